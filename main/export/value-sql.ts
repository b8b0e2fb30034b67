import { quoteName } from '../analytics/sql-quoting';
import type { ColumnType, ExportColumn } from './column-type';
import { dialectSigns, type CsvForm } from './export-options';
import { cleanText, neutraliseText, quoteField } from './text-sql';

/** Columns whose texts need care: the others are written as they are. */
export type CarefulColumns = ReadonlySet<string>;

/** 0001-01-01 and the end of 9999-12-31, epoch microseconds: what four digits of a year can say. */
const [leastUs, mostUs] = ['-62135596800000000', '253402300799999999'];

/** The value of a column as the contract has it (E-8 to E-15), for both kinds of files. */
export function typedValue(column: ExportColumn, form: CsvForm, isCareful: boolean): string {
  const source = quoteName(column.source);
  switch (column.type.kind) {
    case 'text':
      return isCareful ? cleanText(source, form) : source;
    case 'timestamp': {
      const us = `epoch_us(${source})`;
      const cut = `make_timestamp(${us} - ((${us} % 1000) + 1000) % 1000)`;
      return `CASE WHEN ${us} BETWEEN ${leastUs} AND ${mostUs} THEN ${cut} END`;
    }
    case 'date':
      return `CASE WHEN ${source} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN ${source} END`;
    case 'integer':
    case 'boolean':
      return source;
    default:
      // The cast of text rounds half away from zero; that of a double would not see its text.
      return `TRY_CAST(${column.type.isFromDouble ? `${source}::VARCHAR` : source} AS ${decimalType(column.type)})`;
  }
}

/** DuckDB's name of a decimal column's type. */
export function decimalType({ precision, scale }: { precision: number; scale: number }): string {
  return `DECIMAL(${precision},${scale})`;
}

/** Columns in which a value can be beyond what the contract can say, and then is null. */
export function isLossy({ kind }: ColumnType): boolean {
  return kind !== 'text' && kind !== 'integer' && kind !== 'boolean';
}

/** The field of a typed value in the line; null where nothing stands between the delimiters. */
export function fieldOf({ name, type }: ExportColumn, form: CsvForm, isCareful: boolean): string {
  const value = quoteName(name);
  const { decimal } = dialectSigns[form.dialect];
  switch (type.kind) {
    case 'text': {
      if (!isCareful) return value;
      return quoteField(form.neutralise ? `(${neutraliseText(value)})` : value, form);
    }
    case 'timestamp':
      // One microsecond more makes DuckDB write all six places, of which three are taken.
      return `replace(left((${value} + INTERVAL 1 MICROSECOND)::VARCHAR, 23), ' ', 'T')`;
    case 'integer':
    case 'date':
    case 'boolean':
      return `${value}::VARCHAR`;
    default:
      return decimal === '.'
        ? `${value}::VARCHAR`
        : `replace(${value}::VARCHAR, '.', '${decimal}')`;
  }
}

/** The whole line without its line feed, which COPY writes. */
export function lineOf(
  columns: readonly ExportColumn[],
  form: CsvForm,
  careful: CarefulColumns,
): string {
  const fields = columns.map((column) => fieldOf(column, form, careful.has(column.name)));
  // A line with nothing on it would be skipped by readers (E-7).
  if (fields.length === 1) return `concat(coalesce(${fields[0]}, '""'), chr(13))`;
  return `concat(${fields.join(`, '${dialectSigns[form.dialect].delimiter}', `)}, chr(13))`;
}

/** The first line without its line feed, byte order mark included (E-1, E-4). */
export function headerOf(columns: readonly ExportColumn[], { dialect }: CsvForm): string {
  return `\uFEFF${columns.map(({ name }) => name).join(dialectSigns[dialect].delimiter)}\r`;
}
