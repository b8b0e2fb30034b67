import type { Failure, FailureCode } from './failure';
import type { FactsIn, FailureText, FailureTextName } from './failure-text';
import { exportFailureTexts } from './failure-texts-export';
import { operationsFailureTexts } from './failure-texts-operations';
import { readingFailureTexts } from './failure-texts-reading';
import { servicesFailureTexts } from './failure-texts-services';

export type { FailureText };

/** Every code has its text: one without does not compile. */
export const failureTexts = {
  ...servicesFailureTexts,
  ...readingFailureTexts,
  ...operationsFailureTexts,
  ...exportFailureTexts,
} satisfies Record<FailureTextName, FailureText>;

type Texts = typeof failureTexts;
type FactsOfText<N extends keyof Texts> = FactsIn<Texts[N]['title' | 'message' | 'fix']>;
type Fact = string | number | null;
type Carrying<N extends keyof Texts> = Readonly<Record<FactsOfText<N>, Fact>>;

/** The facts that a failure must carry so that its text is whole; null for one that is not known. */
export type FactsOf<C extends FailureCode> = C extends 'PACK_INVALID' | 'EXPORT_NO_SPACE'
  ? Carrying<C> | Carrying<Extract<keyof Texts, `${C}_${string}`>>
  : Carrying<C>;

/** The text of a failure (ux.md section 9) in English: title, facts, remedy. */
export function describeFailure(failure: Failure): FailureText {
  const { title, message, fix } = failureTexts[failureTextName(failure)];
  const facts = shownFacts(failure);
  const fill = (text: string) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => facts(name));
  return { title: fill(title), message: fill(message), fix: fill(fix) };
}

/** Which text tells this failure, in every language. */
export function failureTextName({ code, facts }: Failure): FailureTextName {
  if (code === 'PACK_INVALID' && facts['message']) return 'PACK_INVALID_TOLD';
  if (code === 'EXPORT_NO_SPACE' && typeof facts['writtenBytes'] === 'number')
    return 'EXPORT_NO_SPACE_WRITTEN';
  return code;
}

/** "—" for a fact that could not be had. */
const shownFacts = (failure: Failure) => (name: string) => String(failure.facts[name] ?? '—');
