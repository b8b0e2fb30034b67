import { toSentence } from '../analytics/sql-error';
import type { SqlConnection } from '../analytics/sql-connection';
import { quoteName, quoteText } from '../analytics/sql-quoting';

/**
 * An expression of a pack, which is Spark SQL, for DuckDB: text in double quotes and names in
 * backquotes are written DuckDB's way, all else is left as it is. Null when text in it has a
 * backslash, which Spark reads as an escape and DuckDB does not.
 */
export function toDuckDbExpression(sql: string): string | null {
  let hasEscape = false;
  const text = sql.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, (quoted) => {
    if (quoted.startsWith('`')) return quoteName(quoted.slice(1, -1));
    hasEscape ||= quoted.includes('\\');
    return quoted.startsWith('"') ? quoteText(quoted.slice(1, -1)) : quoted;
  });
  return hasEscape ? null : text;
}

/** Why DuckDB cannot compute an expression over the columns of a SELECT; null when it can. */
export async function problemOf(
  connection: SqlConnection,
  sql: string,
  select: string,
): Promise<string | null> {
  const expression = toDuckDbExpression(sql);
  if (expression === null) return 'It has text with a backslash.';
  try {
    await connection.readRows(`SELECT (${expression}) FROM (${select}) WHERE false`);
    return null;
  } catch (error) {
    return toSentence((error as Error).message);
  }
}
