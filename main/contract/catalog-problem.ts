import type { Catalog, CatalogColumn, CatalogRow, CatalogValue } from './catalogs';

/**
 * Why rows cannot be a catalog. `row` counts from 1; null where no single row is wrong. `empty`: there
 * is none; `missing`: no value, or of the wrong kind; `twice`: another row has it; `unknown`: the
 * catalog `other` has no such value; `used`: rows of `other` still need it.
 */
export interface CatalogProblem {
  readonly kind: 'empty' | 'missing' | 'twice' | 'unknown' | 'used';
  readonly row: number | null;
  readonly column: string;
  readonly value: string;
  readonly other: string;
}

const none = { row: null, column: '', value: '', other: '' };

/** The values of a column as texts; a list stands for each of its texts. */
const textsOf = (value: CatalogValue | undefined): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);

/** What is wrong with these rows of a catalog beside the others of its pack; null when nothing is. */
export function catalogProblem(
  { name, columns }: Pick<Catalog, 'name' | 'columns'>,
  rows: readonly CatalogRow[],
  others: readonly Catalog[],
): CatalogProblem | null {
  if (rows.length === 0) return { ...none, kind: 'empty' };
  for (const column of columns) {
    const problem =
      missingIn(column, rows) ?? twiceIn(column, rows) ?? unknownIn(column, rows, others);
    if (problem) return problem;
  }
  return usedBy(name, columns, rows, others);
}

function missingIn(column: CatalogColumn, rows: readonly CatalogRow[]): CatalogProblem | null {
  const at = rows.findIndex((row) => !fits(column, row[column.name]));
  return at < 0 ? null : { ...none, kind: 'missing', row: at + 1, column: column.name };
}

function fits({ kind }: CatalogColumn, value: CatalogValue | undefined): boolean {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (kind === 'text') return typeof value === 'string' && value.trim() !== '';
  return Array.isArray(value) && value.length > 0 && value.every((text) => text.trim() !== '');
}

function twiceIn(column: CatalogColumn, rows: readonly CatalogRow[]): CatalogProblem | null {
  if (!column.isUnique) return null;
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    for (const value of textsOf(row[column.name])) {
      if (seen.has(value))
        return { ...none, kind: 'twice', row: index + 1, column: column.name, value };
      seen.add(value);
    }
  }
  return null;
}

function unknownIn(
  column: CatalogColumn,
  rows: readonly CatalogRow[],
  others: readonly Catalog[],
): CatalogProblem | null {
  const other = others.find(({ name }) => name === column.refersTo);
  if (!other) return null;
  const known = new Set(other.rows.flatMap((row) => textsOf(row[column.name])));
  for (const [index, row] of rows.entries()) {
    const value = textsOf(row[column.name]).find((text) => !known.has(text));
    const place = { row: index + 1, column: column.name, other: other.name };
    if (value !== undefined) return { ...place, kind: 'unknown', value };
  }
  return null;
}

function usedBy(
  name: string,
  [first]: readonly CatalogColumn[],
  rows: readonly CatalogRow[],
  others: readonly Catalog[],
): CatalogProblem | null {
  if (!first) return null;
  const kept = new Set(rows.flatMap((row) => textsOf(row[first.name])));
  for (const other of others) {
    const column = other.columns.find(({ refersTo }) => refersTo === name);
    const value = column && other.rows.flatMap((row) => textsOf(row[column.name]));
    const gone = value?.find((text) => !kept.has(text));
    if (gone !== undefined)
      return { ...none, kind: 'used', column: first.name, value: gone, other: other.name };
  }
  return null;
}
