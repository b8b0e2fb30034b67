import type { DoctorReport } from '../../contract/doctor';

const marks = { passed: '✓', warning: '!', failed: '✗', notRun: '–' } as const;

/** The report for people: one line a check, the remedy below one that has one. */
export function doctorText({ checks, dataFolder }: DoctorReport): string {
  const width = Math.max(...checks.map(({ question }) => question.length));
  const lines = checks.map(({ question, result, answer, remedy, muted }) => {
    const note = muted && result !== 'passed' ? ' (muted)' : '';
    const line = `${marks[result]} ${question.padEnd(width)}  ${answer}${note}`;
    return remedy === null ? line : `${line}\n${' '.repeat(width + 4)}→ ${remedy}`;
  });
  const count = (result: keyof typeof marks) =>
    checks.filter((one) => one.result === result).length;
  const verdict = [
    `${count('passed')} passed`,
    `${count('warning')} warnings`,
    `${count('failed')} failed`,
    `${count('notRun')} not run`,
  ].join(', ');
  return [...lines, `${verdict} (${dataFolder})`].join('\n');
}
