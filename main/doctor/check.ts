import { describeFailure } from '../contract/describe-failure';
import type { DoctorCheck, DoctorCheckId } from '../contract/doctor';
import { doctorSentences, say } from '../contract/doctor-sentences';
import { toFailure } from '../contract/failure';
import { inEnglish } from '../contract/sentence';
import type { Sentence } from '../contract/sentence';
import { actionFor } from './action-for';
import type { DoctorPlace } from './doctor-place';

/** What a check has found. `action` says so where what usually mends the check does not mend this. */
export type Finding = Pick<DoctorCheck, 'result' | 'answer' | 'remedy' | 'told'> &
  Partial<Pick<DoctorCheck, 'action'>>;

/** One question of the doctor; an expected failure that is thrown is the finding. */
export interface Check {
  readonly id: DoctorCheckId;
  readonly question: string;
  ask(place: DoctorPlace): Promise<Finding>;
}

export const passed = (answer: Sentence): Finding => finding('passed', answer, null);
export const notRun = (answer: Sentence): Finding => finding('notRun', answer, null);
export const warning = (answer: Sentence, remedy: Sentence): Finding =>
  finding('warning', answer, remedy);
export const broken = (answer: Sentence, remedy: Sentence): Finding =>
  finding('failed', answer, remedy);

/** The finding of a question that only a running broker can answer. */
export const needsBroker = () => notRun(say('brokerNotRunning'));

/** Asks one question; `isMuted`: the person does not want it counted. Never rejects. */
export async function askCheck(
  check: Check,
  place: DoctorPlace,
  isMuted = false,
): Promise<DoctorCheck> {
  const { id, question } = check;
  const beginMs = Date.now();
  const finding: Finding = await check.ask(place).catch((error: unknown) => {
    const failure = toFailure(error);
    const { title, message, fix } = describeFailure(failure);
    const answer = `${title}. ${message}`;
    return { result: 'failed' as const, answer, remedy: fix, told: { failure } };
  });
  const usual = actionFor(id, finding.result);
  const tookMs = Date.now() - beginMs;
  return { id, question, action: usual, ...finding, tookMs, muted: isMuted };
}

function finding(
  result: DoctorCheck['result'],
  answer: Sentence,
  remedy: Sentence | null,
): Finding {
  const english = (said: Sentence) => inEnglish(doctorSentences, said);
  return {
    result,
    answer: english(answer),
    remedy: remedy && english(remedy),
    told: { answer, remedy },
  };
}
