import type { DoctorCheck } from '../../../main/contract/doctor';
import type { Sentence } from '../../../main/contract/sentence';
import { failureText } from './failure-text';
import { tOr } from './language';

/** Answer and remedy of a check in the window's language; null where nothing is to be done. */
export function doctorText({ answer, remedy, told }: DoctorCheck): {
  readonly answer: string;
  readonly remedy: string | null;
} {
  if (told === undefined) return { answer, remedy };
  if ('failure' in told) {
    const { title, message, fix } = failureText(told.failure);
    return { answer: `${title}. ${message}`, remedy: fix };
  }
  const said = ({ name, facts }: Sentence, fallback: string) =>
    tOr(`doctor.${name}`, fallback, facts);
  return {
    answer: said(told.answer, answer),
    remedy: told.remedy && said(told.remedy, remedy ?? ''),
  };
}
