import type { Cell, ParameterValues } from '../../../main/contract/query';

/** A value as a statement writes it; a list as DuckDB's list of texts. */
export function sqlLiteral(value: ParameterValues[string] | Cell): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return `[${value.map(sqlLiteral).join(', ')}]`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}

/** A name as a statement writes it: bare where that is allowed, else in quotes. */
export function sqlName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name)
    ? name
    : `"${name.replaceAll('"', '""')}"`;
}

/** Words that DuckDB does not take as a column's bare name. */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint
create default deferrable desc describe distinct do else end except false fetch for foreign from
grant group having in initially intersect into lambda lateral leading limit not null offset on only
or order pivot pivot_longer pivot_wider placing primary qualify references returning select show some
summarize symmetric table then to trailing true union unique unpivot using variadic when where window
with`.split(/\s+/),
);
