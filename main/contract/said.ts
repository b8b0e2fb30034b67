import { z } from 'zod';
import { describeFailure } from './describe-failure';
import { failure, type Failure } from './failure';
import type { FactsIn, FailureText } from './failure-text';
import { inEnglish, sentence, type Sentences } from './sentence';

/** A sentence to be said in any language; its `{{title}}`, `{{message}}`, `{{fix}}` are its failure's. */
export const told = z.object({ sentence, failure: failure.optional() });
export type Told = z.infer<typeof told>;

/** What a person reads in English, and what it is made of. */
export const said = z.object({ message: z.string(), told });
export type Said = z.infer<typeof said>;

/** Says the sentences of a set of templates: each needs the facts that its template names. */
export function speaker<const T extends Sentences>(templates: T) {
  return <N extends keyof T & string>(
    name: N,
    facts: Readonly<Record<Exclude<FactsIn<T[N]>, keyof FailureText>, string | number>>,
    of?: Failure,
  ): Said => {
    return {
      message: inEnglish(templates, { name, facts: { ...facts, ...(of && describeFailure(of)) } }),
      told: { sentence: { name, facts }, ...(of && { failure: { ...of, lastLogLines: [] } }) },
    };
  };
}
