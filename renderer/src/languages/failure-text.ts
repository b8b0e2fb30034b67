import { failureTextName } from '../../../main/contract/describe-failure';
import type { FailureText } from '../../../main/contract/describe-failure';
import type { Failure } from '../../../main/contract/failure';
import type { Sentence } from '../../../main/contract/sentence';
import { frenchFacts } from './french/facts';
import { language, locale, tOr } from './language';

/** Title, facts and remedy of a failure in the window's language; "—" for a fact not known. */
export function failureText(failure: Failure): FailureText {
  const name = failureTextName(failure);
  const facts = Object.fromEntries(
    Object.entries(failure.facts).flatMap(([fact, value]) =>
      value === null ? [] : [[fact, factText(value)]],
    ),
  );
  if (failure.reason) facts['reason'] = reasonText(failure.reason, String(facts['reason'] ?? ''));
  const part = (key: keyof FailureText) => tOr(`failures.${name}.${key}`, name, facts);
  return { title: part('title'), message: part('message'), fix: part('fix') };
}

/** A reason of ours with its figures as the language writes them; `english` for one that is not known. */
function reasonText({ name, facts }: Sentence, english: string): string {
  const shown = Object.entries(facts).map(([fact, value]) => [
    fact,
    typeof value === 'number' ? value.toLocaleString(locale()) : value,
  ]);
  return tOr(`reasons.${name}`, english, Object.fromEntries(shown) as Sentence['facts']);
}

/** A fact as the window says it: words of the control center are translated, in lists too, others stay. */
export function factText(value: string | number): string | number {
  if (language() !== 'fr' || typeof value === 'number') return value;
  const words = (text: string) => frenchFacts[text] ?? text;
  return frenchFacts[value] ?? value.split(', ').map(words).join(', ');
}
