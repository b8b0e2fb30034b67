import { z } from 'zod';
import { jobAnswer } from '../contract/job-command';
import { sparkUiLine } from '../contract/spark-ui';
import { progressLine } from '../contract/streaming';

const prefix = '@progress ';

const jobLine = z.union([progressLine, jobAnswer, sparkUiLine]);
type JobLine = z.infer<typeof jobLine>;

/**
 * One stdout line of the streaming job: a progress line, an answer to a command, or null for anything
 * else (log text, or a line that does not keep to the contract: it stays readable in the log).
 */
export function parseProgressLine(line: string): JobLine | null {
  if (!line.startsWith(prefix)) return null;
  try {
    const parsed = jobLine.safeParse(JSON.parse(line.slice(prefix.length)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
