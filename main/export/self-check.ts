import { open } from 'node:fs/promises';
import { quotePath, quoteText } from '../analytics/sql-quoting';
import type { SqlConnection } from '../analytics/sql-connection';
import type { ExportColumn } from './column-type';
import type { Dataset } from './dataset';
import { dialectSigns, type CsvForm } from './export-options';
import { firstDifference, readFacts } from './facts';
import { idValueOf, type SourceSurvey } from './source-survey';
import { decimalType, headerOf } from './value-sql';

/**
 * Reads a CSV back with types that are stated, nothing detected, and compares it with the source
 * (export.md section 6). Null when it holds, else the reason in words.
 */
export async function checkCsv(
  connection: SqlConnection,
  dataset: Dataset,
  form: CsvForm,
  survey: SourceSurvey,
  file: string,
): Promise<string | null> {
  const { columns, idColumn } = dataset;
  const header = `${headerOf(columns, form)}\n`;
  const byteReason = await checkEnds(file, Buffer.from(header));
  if (byteReason !== null) return byteReason;
  const from = readCsv(file, columns, form, survey.longestTextBytes);
  const { facts } = await readFacts(connection, from, columns, idColumn);
  return firstDifference(survey.facts, facts);
}

/** The same of the Parquet twin. */
export async function checkParquet(
  connection: SqlConnection,
  dataset: Dataset,
  form: CsvForm,
  survey: SourceSurvey,
  file: string,
): Promise<string | null> {
  const from = `read_parquet(${quotePath(file)})`;
  const { columns, idColumn } = dataset;
  const idValue = idValueOf(dataset, form);
  const { facts } = await readFacts(connection, from, columns, idColumn, { idValue });
  return firstDifference(survey.facts, facts);
}

async function checkEnds(file: string, header: Buffer): Promise<string | null> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const first = Buffer.alloc(header.length);
    await handle.read(first, 0, first.length, 0);
    if (!first.equals(header)) return 'The file does not begin with the header of the contract.';
    const last = Buffer.alloc(2);
    await handle.read(last, 0, 2, Math.max(0, size - 2));
    return last.equals(Buffer.from('\r\n')) ? null : 'The file does not end with CR LF.';
  } finally {
    await handle.close();
  }
}

/** Types by which the reader takes a column. */
function readerType({ type }: ExportColumn): string {
  switch (type.kind) {
    case 'text':
      return 'VARCHAR';
    case 'integer':
      return 'BIGINT';
    case 'timestamp':
      return 'TIMESTAMP';
    case 'date':
      return 'DATE';
    case 'boolean':
      return 'BOOLEAN';
    default:
      return decimalType(type);
  }
}

/** A finished CSV as a table function of DuckDB. */
export function readCsv(
  file: string,
  columns: readonly ExportColumn[],
  { dialect }: Pick<CsvForm, 'dialect'>,
  longestTextBytes: number,
): string {
  const { delimiter, decimal } = dialectSigns[dialect];
  const types = columns.map((one) => `${quoteText(one.name)}: ${quoteText(readerType(one))}`);
  // Quoting can double a text; numbers and dates are short.
  const longestLine = Math.max(1_000_000, 2 * longestTextBytes + 1_000 * columns.length);
  return (
    `read_csv(${quotePath(file)}, auto_detect = false, header = true, strict_mode = true, ` +
    `delim = '${delimiter}', quote = '"', escape = '"', decimal_separator = '${decimal}', ` +
    `nullstr = '', allow_quoted_nulls = ${columns.length === 1}, ` +
    `max_line_size = ${longestLine}, buffer_size = ${4 * longestLine}, ` +
    `columns = {${types.join(', ')}})`
  );
}
