import { describeFailure } from '../contract/describe-failure';
import type { DoctorCheck, DoctorCheckId } from '../contract/doctor';
import { toFailure } from '../contract/failure';
import { actionFor } from './action-for';
import type { DoctorPlace } from './doctor-place';

/** What a check has found. */
export type Finding = Pick<DoctorCheck, 'result' | 'answer' | 'remedy'>;

/** One question of the doctor; an expected failure that is thrown is the finding. */
export interface Check {
  readonly id: DoctorCheckId;
  readonly question: string;
  ask(place: DoctorPlace): Promise<Finding>;
}

export const passed = (answer: string): Finding => ({ result: 'passed', answer, remedy: null });
export const notRun = (answer: string): Finding => ({ result: 'notRun', answer, remedy: null });
export const warning = (answer: string, remedy: string): Finding => ({
  result: 'warning',
  answer,
  remedy,
});
export const broken = (answer: string, remedy: string): Finding => ({
  result: 'failed',
  answer,
  remedy,
});

/** The finding of a question that only a running broker can answer. */
export const needsBroker = () => notRun('The broker does not run.');

/** Asks one question; `isMuted`: the person does not want it counted. Never rejects. */
export async function askCheck(
  check: Check,
  place: DoctorPlace,
  isMuted = false,
): Promise<DoctorCheck> {
  const { id, question } = check;
  const beginMs = Date.now();
  const finding = await check.ask(place).catch((error: unknown) => {
    const { title, message, fix } = describeFailure(toFailure(error));
    return broken(`${title}. ${message}`, fix);
  });
  const action = actionFor(id, finding.result);
  return { id, question, ...finding, tookMs: Date.now() - beginMs, action, muted: isMuted };
}
