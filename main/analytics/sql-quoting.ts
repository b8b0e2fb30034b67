/** A name as SQL: quoted, whatever it contains. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Text as an SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A file path as an SQL literal; `[`, `*` and `?` in it would be patterns to DuckDB. */
export function quotePath(path: string): string {
  return quoteText(path.replace(/[[*?]/g, '[$&]'));
}
