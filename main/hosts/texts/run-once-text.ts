import type { RunOnceDone } from '../../contract/run-once';
import { formatDuration, formatInteger, formatTable } from './format';

/** A run once for people: its steps with their times, then where its events are. */
export function runOnceText(done: RunOnceDone): string {
  const steps = done.steps.map(({ name, tookMs }) => [name, formatDuration(tookMs)]);
  const counts = [
    `${formatInteger(done.acknowledged)} of ${formatInteger(done.events)} events acknowledged`,
    `${formatInteger(done.bronze)} in Bronze`,
    `${formatInteger(done.silver)} in Silver`,
    `${formatInteger(done.rejected)} rejected`,
    `${formatInteger(done.duplicates)} duplicates`,
  ];
  return [
    formatTable(['step', 'time'], steps),
    `${counts.join(', ')}.`,
    `Ledger ${done.ledger}${done.finding === null ? '' : `: ${done.finding}`}, ${formatDuration(done.tookMs)} in all.`,
  ].join('\n');
}
