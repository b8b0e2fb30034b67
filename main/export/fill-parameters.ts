import { quoteText } from '../analytics/sql-quoting';
import type { ExportFilters } from '../contract/export';
import { failed } from '../contract/failure';
import type { PresetFile } from './export-preset';

/** A preset's SQL with the filters' values in place of its `$parameters`, and the filters in words. */
export interface FilledSql {
  readonly sql: string;
  readonly filters: readonly string[];
}

/**
 * Takes the filtered form where a filter is asked for that only it has. `isRequired`: a filter that
 * the file does not have fails with `REQUEST_INVALID`; else it does not apply to this file.
 */
export function fillParameters(
  { name, query }: PresetFile,
  filters: ExportFilters,
  isRequired: boolean,
): FilledSql {
  const given = Object.entries<string | string[] | null>(filters).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  );
  const has = (form: { parameters: readonly { name: string }[] }, parameter: string) =>
    form.parameters.some((own) => own.name === parameter);
  const form =
    query.filtered !== null && !given.every(([key]) => has(query, key)) ? query.filtered : query;
  const missing = given.find(([key]) => !has(form, key));
  if (missing !== undefined && isRequired) {
    const known = form.parameters.map((own) => own.name).join(', ') || 'none';
    const reason = `the export has no filter ${missing[0]}; it has: ${known}`;
    throw failed('REQUEST_INVALID', { name, reason });
  }
  const applied = new Map(given.filter(([key]) => has(form, key)));
  const sql = form.sql
    .replace(/^--.*$/gm, '')
    .replaceAll(/\$(\w+)/g, (_, key: string) => toLiteral(applied.get(key) ?? null));
  return { sql, filters: [...applied].map(([key, value]) => toWords(key, value)) };
}

/** A preset's SQL with nothing filtered: every parameter is null. */
export function withoutParameters(sql: string): string {
  return sql.replace(/^--.*$/gm, '').replaceAll(/\$(\w+)/g, 'NULL');
}

function toLiteral(value: string | string[] | null): string {
  if (value === null) return 'NULL';
  return Array.isArray(value) ? `[${value.map(quoteText).join(', ')}]` : quoteText(value);
}

function toWords(key: string, value: string | string[] | null): string {
  if (key === 'since') return `from ${value as string}`;
  if (key === 'until') return `before ${value as string}`;
  return `${key} in ${(value as string[]).join(', ')}`;
}
