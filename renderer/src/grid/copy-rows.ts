import type { Cell } from '../../../main/contract/query';
import { isNumeric } from '../format/cells';

export const copyForms = ['tsv', 'csv', 'json', 'sql'] as const;
export type CopyForm = (typeof copyForms)[number];

export interface CopiedColumn {
  readonly name: string;
  readonly type: string;
}

export interface CopiedRows {
  readonly columns: readonly CopiedColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Where the rows are from, for INSERT. */
  readonly table: string;
}

/**
 * Rows as text in one of the forms, with values as files have them (export.md section 9): raw
 * decimals, times in UTC cut to milliseconds. TSV and CSV have a header unless it is left out; null
 * is empty there, and NULL in SQL.
 */
export function rowsAsText(form: CopyForm, copied: CopiedRows, hasHeader = true): string {
  const { columns, table } = copied;
  const names = columns.map(({ name }) => name);
  const rows = copied.rows.map((row) =>
    columns.map(({ type }, place) => fileValue(row[place] ?? null, type)),
  );
  const withHeader: readonly (readonly Cell[])[] = hasHeader ? [names, ...rows] : rows;
  switch (form) {
    case 'tsv':
      return withHeader.map((row) => row.map(tsvField).join('\t')).join('\n');
    case 'csv':
      return withHeader.map((row) => row.map(csvField).join(',')).join('\r\n');
    case 'json': {
      const objects = rows.map((row) => {
        const pairs = row.map(
          (value, place) =>
            `${JSON.stringify(names[place])}: ${jsonValue(value, columns[place]?.type ?? '')}`,
        );
        return `  { ${pairs.join(', ')} }`;
      });
      return rows.length === 0 ? '[]' : `[\n${objects.join(',\n')}\n]`;
    }
    case 'sql': {
      const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
      return rows
        .map((row) => {
          const values = row.map((value, place) => sqlValue(value, columns[place]?.type ?? ''));
          return `INSERT INTO ${table} (${quoted}) VALUES (${values.join(', ')});`;
        })
        .join('\n');
    }
  }
}

/** Times as `2025-12-22T10:30:45.123`; anything else as it is. */
export function fileValue(value: Cell, type: string): Cell {
  if (typeof value !== 'string' || !type.startsWith('TIMESTAMP')) return value;
  const atMs = Date.parse(value);
  return Number.isNaN(atMs) ? value : new Date(atMs).toISOString().slice(0, -1);
}

/** A field of a spreadsheet's clipboard: tabs and line breaks would begin another cell. */
const tsvField = (value: Cell) => String(value ?? '').replaceAll(/[\t\r\n]+/g, ' ');

/** E-6, E-7: quoted where it must be; empty text is `""`, null is nothing. */
function csvField(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
  return text === '' || /[",\r\n]|^[ \t]|[ \t]$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** Numbers keep all their digits: they are written as they are; one that JSON has not is null. */
export function jsonValue(value: Cell, type: string): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (!isNumeric(type)) return JSON.stringify(value);
  return Number.isFinite(Number(value)) ? String(value) : 'null';
}

function sqlValue(value: Cell, type: string): string {
  if (value === null) return 'NULL';
  if (isNumeric(type) || typeof value === 'boolean') return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}
