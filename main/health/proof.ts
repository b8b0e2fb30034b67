import { proofSentences } from '../contract/proof-sentences';
import { inEnglish } from '../contract/sentence';
import type { Sentence } from '../contract/sentence';
import type { ComponentHealth } from '../contract/service';

/** What a part was asked and answered, in English and by name; `atMs` null: nothing was asked yet. */
export function proof(
  component: ComponentHealth['component'],
  health: ComponentHealth['health'],
  told: { readonly question: Sentence; readonly answer: Sentence },
  atMs: number | null,
): ComponentHealth {
  const question = inEnglish(proofSentences, told.question);
  const answer = inEnglish(proofSentences, told.answer);
  return { component, health, question, answer, atMs, told };
}
