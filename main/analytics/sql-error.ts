import { failed, FailureError, type FailureError as Failed } from '../contract/failure';

/** True when DuckDB could not open a data file, e.g. because compaction and vacuum removed it. */
export function isVanishedFile(error: unknown): boolean {
  return error instanceof Error && /^(IO Error|HTTP Error).*/s.test(error.message)
    ? /No files found|No such file|Cannot open file/i.test(error.message)
    : false;
}

/**
 * Any error of running SQL as a described failure: `SQL_INVALID` with DuckDB's reason, and the line
 * where it says which.
 */
export function toSqlFailure(error: unknown): Failed {
  if (error instanceof FailureError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const line = /^LINE (\d+):/m.exec(message)?.[1];
  const reason = toSentence(message);
  return failed('SQL_INVALID', { reason, ...(line === undefined ? {} : { line: Number(line) }) });
}

/**
 * DuckDB's message as plain text on one line: without its kind in front, the picture of the SQL and
 * the list of candidates, but with its suggestion.
 */
export function toSentence(message: string): string {
  const [first = '', ...rest] = message
    .replace(/^(Failed to \w+( \w+)?: )?([A-Z]\w+ )+Error: /, '')
    .split('\n')
    .map((line) => line.trim());
  const suggestion = rest.find((line) => /^Did you mean/i.test(line)) ?? '';
  const text = `${withFullStop(first)} ${suggestion}`.trim();
  return text.length > 400 ? `${text.slice(0, 399)}…` : text;
}

function withFullStop(line: string): string {
  return `${line.replace(/[!.:]+$/, '')}.`;
}
