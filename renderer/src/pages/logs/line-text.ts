import type { LogLine } from '../../../../main/contract/logs';

/** A line as text, with its time in UTC. */
export function lineText({ atMs, source, level, text }: LogLine): string {
  return `${new Date(atMs).toISOString()} ${source} ${level} ${text}`;
}
