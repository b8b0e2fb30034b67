import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { SqlConnection } from '../analytics/sql-connection';
import { valuesSelect, type Dataset } from './dataset';
import type { CsvForm } from './export-options';
import type { SourceSurvey } from './source-survey';
import { headerOf, lineOf } from './value-sql';

/** More rows are sorted by one thread, which needs half the memory and hardly more time. */
const largeRows = 200_000;

/** Runs a COPY in the memory that an export has, whatever its size. */
async function copy(
  connection: SqlConnection,
  { keepsOrder }: Dataset,
  rows: number,
  sql: string,
): Promise<void> {
  // A dataset that keeps its order has one thread throughout.
  if (keepsOrder) return connection.run(sql);
  await connection.run(`SET threads = ${rows > largeRows ? 1 : 2}`);
  await connection.run(sql);
  // After a failure the transaction takes no more statements; the session ends with it.
  await connection.run('SET threads = 2');
}

/**
 * Writes the CSV. SQL builds whole lines and COPY writes them as a table of one column, without
 * quotes of its own; its header is the contract's. A delimiter that no line is split by is needed.
 */
export async function writeCsv(
  connection: SqlConnection,
  dataset: Dataset,
  form: CsvForm,
  { facts, careful, isIdUnique }: SourceSurvey,
  file: string,
): Promise<void> {
  const values = valuesSelect(dataset, form, careful, { isIdUnique });
  const line = lineOf(dataset.columns, form, careful);
  const header = quoteName(headerOf(dataset.columns, form));
  await copy(
    connection,
    dataset,
    facts.rows,
    `COPY (SELECT ${line} AS ${header} FROM (\n${values}\n)) TO ${quoteText(file)} ` +
      `(FORMAT csv, HEADER true, DELIMITER '\x01', QUOTE '', ESCAPE '', USE_TMP_FILE false)`,
  );
}

/** Writes the Parquet twin: the same values, rows and order, never neutralised (E-32). */
export async function writeParquet(
  connection: SqlConnection,
  dataset: Dataset,
  form: CsvForm,
  { facts, careful, isIdUnique }: SourceSurvey,
  file: string,
): Promise<void> {
  const values = valuesSelect(dataset, form, careful, { isIdUnique });
  const columns = dataset.columns.map(({ name, type }) => {
    const value = quoteName(name);
    // Instants: the file says that they are UTC.
    if (type.kind === 'timestamp') return `${value} AT TIME ZONE 'UTC' AS ${value}`;
    return value;
  });
  await copy(
    connection,
    dataset,
    facts.rows,
    `COPY (SELECT ${columns.join(', ')} FROM (\n${values}\n)) TO ${quoteText(file)} ` +
      `(FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 50000, USE_TMP_FILE false)`,
  );
}
