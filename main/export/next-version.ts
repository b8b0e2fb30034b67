import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quoteName } from '../analytics/sql-quoting';
import type { ExportVersionDone } from '../contract/export';
import { failed } from '../contract/failure';
import type { DeltaColumn } from '../delta/delta-actions';
import type { TableSnapshot } from '../delta/snapshot';
import type { ExportPreset } from './export-preset';
import { columnNameOf } from './file-names';
import { newColumnsOf } from './notices';

interface AddedColumn {
  readonly source: string;
  readonly name: string;
  /** Suffix of the column list, and the expression that fits it. */
  readonly suffix: string;
  readonly sql: string;
}

/**
 * Writes the next contract version of a preset: the same file with the columns that its table gained
 * behind the others. The versions before stay as they are. Fails with `EXPORT_VERSION_IMPOSSIBLE`
 * when nothing was added, or when the preset's rows are not those of its table.
 */
export async function writeNextVersion(
  preset: ExportPreset,
  readSnapshot: (table: string) => Promise<TableSnapshot>,
  folderOf: (version: number) => string,
): Promise<ExportVersionDone> {
  const impossible = (reason: string) =>
    failed('EXPORT_VERSION_IMPOSSIBLE', { preset: preset.name, reason });
  const [file] = preset.files;
  const table = file?.sourceTable ?? null;
  if (file === undefined || preset.files.length > 1 || table === null)
    throw impossible('It is not made of the rows of one table.');
  const text = file.query.sql;
  const from = new RegExp(`\\sFROM ${table.replace('.', '\\.')}\\b`, 'gi');
  const places = [...text.matchAll(from)];
  if (places.length !== 1 || /\b(GROUP BY|DISTINCT|UNION|WITH)\b/i.test(text))
    throw impossible('Its rows are sums or joins, to which a column of the table does not belong.');
  const found = newColumnsOf(file, await readSnapshot(table));
  if (found.length === 0) throw impossible(`${table} has no column that it does not know.`);
  const taken = new Set(file.columns.map(({ name }) => name));
  const added = found.map((column) => toAdded(column, taken));
  const version = preset.version + 1;
  const at = places[0]!.index;
  const selected = added.map(({ sql, name }) => `,\n  ${sql} AS ${quoteName(name)}`).join('');
  const head = [
    `-- columns: ${added.map(({ name, suffix }) => name + (suffix && `:${suffix}`)).join(', ')}`,
    `-- known: ${added.map(({ source }) => source).join(', ')}`,
  ].join('\n');
  const withColumns = text.slice(0, at) + selected + text.slice(at);
  // A head is read line by line, wherever it stands: lists go on with the lines behind.
  const lines = withColumns.replace(/^-- version: .*\n/gm, '').replace(/^(?!--)/m, `${head}\n`);
  const folder = folderOf(version);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${preset.name}.sql`);
  await writeFile(path, `-- version: ${version}\n${lines}`);
  return { preset: preset.name, version, added: added.map(({ name }) => name), file: path };
}

function toAdded({ name: source, type }: DeltaColumn, taken: Set<string>): AddedColumn {
  const [suffix, sql] = kindOf(String(type), quoteName(source));
  return { source, suffix, sql, name: columnNameOf(source, suffix === 't', taken) };
}

/** The kind of a column by its Delta type; what no kind fits is told as text. */
function kindOf(type: string, column: string): readonly [suffix: string, sql: string] {
  const decimal = /^decimal\((\d+),\s*(\d+)\)$/.exec(type);
  if (decimal) return Number(decimal[2]) <= 2 ? ['s', column] : ['r', column];
  switch (type) {
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return ['i', column];
    case 'double':
    case 'float':
      return ['md', column];
    case 'timestamp':
      return ['t', column];
    case 'date':
      return ['d', column];
    case 'boolean':
      return ['b', column];
    case 'string':
      return ['', column];
    default:
      return ['', `${column}::VARCHAR`];
  }
}
