import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TableName } from '../../../main/contract/delta';
import type { TableSnapshot } from '../../../main/delta/snapshot';
import { rootFolder } from '../../../main/settings/installation';
import type { TableReading } from '../../../main/reading/table-reading';

/** What one reader says of one table: values are texts, one for each expression. */
export interface TableAnswer {
  readonly version: number;
  readonly protocol: readonly [reader: number, writer: number];
  readonly values: readonly string[];
}

/** The Python with delta-rs in it, as the tests' preparation has noted it; null without one. */
export function findIndependentReader(): string | null {
  const python = process.env['DELTADESK_INDEPENDENT_READER'];
  if (python) return python;
  if (process.env['CI']) throw new Error('The independent reader (delta-rs) was not prepared.');
  return null;
}

/**
 * Expressions that every engine writes alike: the number of rows, of each column's values, and the
 * sums of whole numbers and decimals. Columns that a reader need not show are left out.
 */
export function comparableExpressions({ columns }: TableSnapshot): string[] {
  const shown = columns.filter(({ name }) => !name.startsWith('_'));
  const summed = shown.filter(
    ({ type }) => typeof type === 'string' && /^(decimal|long|integer)/.test(type),
  );
  return [
    'count(*)',
    ...shown.map(({ name }) => `count("${name}")`),
    ...summed.map(({ name }) => `sum("${name}")`),
  ];
}

/** Answers of delta-rs, by table. */
export function askDeltaRs(
  python: string,
  deltaFolder: string,
  expressions: Readonly<Record<TableName, readonly string[]>>,
): Record<TableName, TableAnswer> {
  const script = join(rootFolder, 'electron', 'tooling', 'chaos', 'read_tables.py');
  const answer = execFileSync(python, [script, deltaFolder, JSON.stringify(expressions)], {
    encoding: 'utf8',
  });
  return JSON.parse(answer) as Record<TableName, TableAnswer>;
}

/** The answer of our own reader for one table. */
export async function askOwnReader(
  reading: TableReading,
  table: TableName,
  expressions: readonly string[],
): Promise<TableAnswer> {
  const { version, protocol } = await reading.lake.snapshot(table);
  const columns = expressions.map((sql, index) => `(${sql})::VARCHAR AS c${index}`);
  const sql = `SELECT ${columns.join(', ')} FROM ${table}`;
  const { rows } = await reading.runSql({ sql, rowLimit: 1, timeoutMs: 60_000 });
  const { minReaderVersion, minWriterVersion } = protocol;
  return {
    version,
    protocol: [minReaderVersion, minWriterVersion],
    values: rows[0]!.map(String),
  };
}
