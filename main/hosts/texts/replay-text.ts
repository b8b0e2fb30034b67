import type { ReplayReport } from '../../replay/replay';

/** What a replay left out, for people. */
export function replayText(report: ReplayReport): string {
  const lines = [`Replayed ${report.events} events; ${report.badLines} bad lines.`];
  for (const [file, columns] of Object.entries(report.unknownColumns)) {
    lines.push(`  ${file}: columns of no field, left out: ${columns.join(', ')}`);
  }
  for (const { file, line, reason } of report.firstBadLines) {
    lines.push(`  ${file}:${line}: ${reason}`);
  }
  if (report.badLines > 0)
    lines.push('  All of them: logs/replay-bad-lines.txt in the data folder');
  return lines.join('\n');
}
