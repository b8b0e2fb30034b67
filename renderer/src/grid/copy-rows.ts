import type { Cell } from '../../../main/contract/query';

export const copyForms = ['tsv', 'csv', 'json', 'sql'] as const;
export type CopyForm = (typeof copyForms)[number];

/** Rows as text in one of the forms, with their header; null is empty, and NULL in SQL. */
export function rowsAsText(
  form: CopyForm,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  table: string,
): string {
  switch (form) {
    case 'tsv':
      return [columns, ...rows].map((row) => row.map(tsvField).join('\t')).join('\n');
    case 'csv':
      return [columns, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n');
    case 'json':
      return JSON.stringify(
        rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null]))),
        null,
        2,
      );
    case 'sql': {
      const names = columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
      return rows
        .map((row) => `INSERT INTO ${table} (${names}) VALUES (${row.map(sqlValue).join(', ')});`)
        .join('\n');
    }
  }
}

/** A field of a spreadsheet's clipboard: tabs and line breaks would begin another cell. */
const tsvField = (value: Cell) => String(value ?? '').replaceAll(/[\t\r\n]+/g, ' ');

/** RFC 4180, section 2: fields with a comma, a quote or a line break are quoted. */
function csvField(value: Cell): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function sqlValue(value: Cell): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `'${value.replaceAll("'", "''")}'`;
}
