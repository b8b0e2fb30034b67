import { progressLine, type ProgressLine } from '../contract/streaming';

const prefix = '@progress ';

/**
 * One stdout line of the streaming job: a progress line, or null for anything else (log text, or a
 * line that does not keep to the contract: it stays readable in the log).
 */
export function parseProgressLine(line: string): ProgressLine | null {
  if (!line.startsWith(prefix)) return null;
  try {
    const parsed = progressLine.safeParse(JSON.parse(line.slice(prefix.length)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
