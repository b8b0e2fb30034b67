import type { Failure, FailureCode } from './failure';
import type { FailureText, FailureTexts } from './failure-text';
import { exportFailureTexts } from './failure-texts-export';
import { operationsFailureTexts } from './failure-texts-operations';
import { readingFailureTexts } from './failure-texts-reading';
import { servicesFailureTexts } from './failure-texts-services';

export type { FailureText };

/** Every code has its text: one without does not compile. */
const texts: Required<FailureTexts> = {
  ...servicesFailureTexts,
  ...readingFailureTexts,
  ...operationsFailureTexts,
  ...exportFailureTexts,
};

/** The text of a failure (ux.md section 9): title, facts, remedy. */
export function describeFailure(failure: Failure): FailureText {
  return texts[failure.code satisfies FailureCode]((name) => failure.facts[name] ?? '—');
}
