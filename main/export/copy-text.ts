import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { Cell } from '../contract/query';
import type { CopyFormat, CopyRequest, CopyText } from '../contract/export-copy';
import type { ExportColumn } from './column-type';
import { valuesSelect } from './dataset';
import { withPinnedSource, type ExportTables } from './export-session';
import type { PlannedDataset } from './plan-datasets';
import { fieldOf, lineOf } from './value-sql';

const form = { dialect: 'powerbi', neutralise: false, keepLineBreaks: true } as const;

/**
 * The first rows of a dataset as text for the clipboard (export.md section 9), with the values that
 * its files have. Fails like an export of it.
 */
export function copyText(
  tables: ExportTables,
  planned: PlannedDataset,
  { format, rowLimit }: Pick<CopyRequest, 'format' | 'rowLimit'>,
  signal: AbortSignal | undefined,
): Promise<CopyText> {
  return withPinnedSource(tables, planned, tables.spillFolder, signal, async (source) => {
    const dataset = planned.toDataset(source);
    const { columns, name } = dataset;
    const careful = new Set(columns.map((column) => column.name));
    const isCsv = format === 'csv';
    const csvForm = { ...form, keepLineBreaks: !isCsv };
    const fields = isCsv
      ? [lineOf(columns, csvForm, careful)]
      : columns.map((column) => fieldOf(column, csvForm, false));
    const rows = await source.connection.readRows(
      `SELECT ${fields.join(', ')} FROM (${valuesSelect(dataset, csvForm, careful)}) ` +
        `LIMIT ${rowLimit + 1}`,
    );
    const shown = rows.slice(0, rowLimit);
    return {
      text: toText(format, name, columns, shown),
      rows: shown.length,
      isTruncated: rows.length > rowLimit,
      tableVersions: Object.fromEntries(
        source.snapshots.map(({ table, version }) => [table, version]),
      ),
    };
  });
}

function toText(
  format: CopyFormat,
  name: string,
  columns: readonly ExportColumn[],
  rows: readonly (readonly Cell[])[],
): string {
  const names = columns.map((column) => column.name);
  switch (format) {
    case 'csv':
      // Each line brings its carriage return.
      return [`${names.join(',')}\r`, ...rows.map(String), ''].join('\n');
    case 'tsv':
      return [names, ...rows.map((row) => row.map(toTsvCell))]
        .map((cells) => `${cells.join('\t')}\r\n`)
        .join('');
    case 'json': {
      const objects = rows.map((row) => {
        const pairs = columns.map(
          (one, at) => `${JSON.stringify(one.name)}:${toJson(one, row[at])}`,
        );
        return `{${pairs.join(',')}}`;
      });
      return `[${objects.join(',\n')}]\n`;
    }
    case 'insert': {
      const head = `INSERT INTO ${quoteName(name)} (${names.map(quoteName).join(', ')}) VALUES`;
      const values = rows.map(
        (row) => `(${columns.map((one, at) => toSql(one, row[at])).join(', ')})`,
      );
      return rows.length === 0 ? '' : `${head}\n${values.join(',\n')};\n`;
    }
  }
}

/** Tabs and line breaks inside a cell become spaces. */
function toTsvCell(cell: Cell): string {
  return cell === null ? '' : String(cell).replace(/\r\n|[\t\r\n\u0085\u2028\u2029]/g, ' ');
}

const quotedKinds: ReadonlySet<ExportColumn['type']['kind']> = new Set([
  'text',
  'timestamp',
  'date',
]);

/** Numbers keep all their digits: they are written as they are. */
function toJson({ type }: ExportColumn, cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return 'null';
  return quotedKinds.has(type.kind) ? JSON.stringify(String(cell)) : String(cell);
}

function toSql({ type }: ExportColumn, cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return 'NULL';
  return quotedKinds.has(type.kind) ? quoteText(String(cell)) : String(cell);
}
