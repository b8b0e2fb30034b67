import { describeFailure } from '../contract/describe-failure';
import type { Failure } from '../contract/failure';

/** Log lines shown below a failure. */
const shownLogLines = 10;

/**
 * Says what failed: a plain sentence, the remedy and the code on stderr; with `--json` one object
 * on stdout. Never a stack trace.
 */
export function reportFailure(failure: Failure, asJson: boolean): void {
  const text = describeFailure(failure);
  const logLines = failure.lastLogLines.slice(-shownLogLines);
  if (asJson) {
    const { code, facts } = failure;
    process.stdout.write(
      `${JSON.stringify({ failure: { code, ...text, facts, lastLogLines: logLines } })}\n`,
    );
    return;
  }
  const lines = [
    `${text.title}. ${text.message}`,
    text.fix,
    ...logLines.map((line) => `  ${line}`),
  ];
  process.stderr.write(`${lines.join('\n')}\n(${failure.code})\n`);
}
