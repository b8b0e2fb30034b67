import type { CatalogColumn, CatalogRow, CatalogValue } from '../../../../main/contract/catalogs';

/** A catalog while it is edited: every value as the text of its field. */
export type DraftRow = Readonly<Record<string, string>>;

const separator = ', ';

/** Rows as they are shown in fields; the texts of a list stand side by side. */
export const draftOf = (
  rows: readonly CatalogRow[],
  columns: readonly CatalogColumn[],
): DraftRow[] =>
  rows.map((row) =>
    Object.fromEntries(columns.map(({ name }) => [name, textOf(row[name])] as const)),
  );

function textOf(value: CatalogValue | undefined): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(separator) : String(value);
}

/** A row without values. */
export const emptyRow = (columns: readonly CatalogColumn[]): DraftRow =>
  Object.fromEntries(columns.map(({ name }) => [name, '']));

/** The rows that the fields say; a number that cannot be read is left out, and told as missing. */
export const rowsOf = (
  draft: readonly DraftRow[],
  columns: readonly CatalogColumn[],
): CatalogRow[] =>
  draft.map((row) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const value = valueOf(column, row[column.name] ?? '');
        return value === null ? [] : [[column.name, value] as const];
      }),
    ),
  );

function valueOf({ kind }: CatalogColumn, text: string): CatalogValue | null {
  const trimmed = text.trim();
  if (kind === 'text') return trimmed;
  if (kind === 'list') return trimmed.split(',').flatMap((one) => one.trim() || []);
  const number = Number(trimmed.replace(',', '.'));
  return trimmed === '' || Number.isNaN(number) ? null : number;
}
