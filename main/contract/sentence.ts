import { z } from 'zod';
import { withCountedWords } from './counted-words';
import type { FactsIn } from './failure-text';

/**
 * A sentence by its name with the facts that fill it, so that it can be said in any language. The
 * English template of a name stands in the contract; the other languages are the window's.
 */
export const sentence = z.object({
  name: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Sentence = z.infer<typeof sentence>;

/** English templates by name; `{{fact}}` stands for a fact, `$t(counted.…)` for a counted word. */
export type Sentences = Readonly<Record<string, string>>;

/** Makes sentences of a set of templates: each needs the facts that its template names. */
export function sayer<const T extends Sentences>() {
  return <N extends keyof T & string>(
    name: N,
    ...[facts]: FactsIn<T[N]> extends never
      ? []
      : [facts: Readonly<Record<FactsIn<T[N]>, string | number>>]
  ): Sentence => ({ name, facts: facts ?? {} });
}

/** The sentence in English. */
export function inEnglish(templates: Sentences, { name, facts }: Sentence): string {
  const template = withCountedWords(templates[name] ?? name, facts);
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, fact: string) => String(facts[fact] ?? '—'));
}
