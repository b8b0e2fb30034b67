import type { PipelineStatus } from '../../../main/contract/pipeline';
import type { Sentence } from '../../../main/contract/sentence';
import type { ComponentHealth } from '../../../main/contract/service';
import { labelled, t, tOr } from './language';

/** What a part was asked and what it answered, in the window's language. */
export function proofText({ question, answer, told }: ComponentHealth): {
  readonly question: string;
  readonly answer: string;
} {
  if (told === undefined) return { question, answer };
  const said = ({ name, facts }: Sentence, fallback: string) =>
    tOr(`proofs.${name}`, fallback, facts);
  return { question: said(told.question, question), answer: said(told.answer, answer) };
}

/** Why the pipeline is degraded: its worst part and what that answered; null while it is not. */
export function reasonText({ reason, components }: PipelineStatus): string | null {
  const worst = components.find(({ component, answer }) => reason === `${component}: ${answer}`);
  return worst ? labelled(t(`parts.names.${worst.component}`), proofText(worst).answer) : reason;
}
