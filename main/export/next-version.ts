import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quoteName } from '../analytics/sql-quoting';
import type { ExportVersionDone } from '../contract/export';
import { failed } from '../contract/failure';
import type { DeltaColumn } from '../delta/delta-actions';
import type { TableSnapshot } from '../delta/snapshot';
import { suffixOfDelta, suffixOfDuckDb, suffixOfType } from './column-suffix';
import { readDrift, type ContractDrift, type DescribeSql } from './contract-drift';
import type { ExportPreset, PresetFile } from './export-preset';
import { columnNameOf } from './file-names';
import { joinSelect, type SelectItem } from './select-list';

/** A column of the new version. */
interface NextColumn {
  readonly name: string;
  readonly suffix: string;
  readonly item: SelectItem;
}

/**
 * Writes the next contract version of a preset: without the columns whose source is gone, with the
 * types that the others have now, and behind them the columns that its table gained. The versions
 * before stay as they are. Fails with `EXPORT_VERSION_IMPOSSIBLE` when nothing has changed, or when
 * the statement cannot be changed so.
 */
export async function writeNextVersion(
  preset: ExportPreset,
  readSnapshot: (table: string) => Promise<TableSnapshot>,
  describe: DescribeSql,
  folderOf: (version: number) => string,
): Promise<ExportVersionDone> {
  const impossible = (reason: string) =>
    failed('EXPORT_VERSION_IMPOSSIBLE', { preset: preset.name, reason });
  const [file] = preset.files;
  const table = file?.sourceTable ?? null;
  if (file === undefined || preset.files.length > 1 || table === null)
    throw impossible('It is not made of the rows of one table.');
  const snapshot = await readSnapshot(table);
  const drift = await readDrift(file, snapshot, describe);
  if (drift.missing !== null)
    throw impossible(`Its statement needs ${drift.missing}, which ${table} no longer has.`);
  const { parts, removed, retyped } = drift;
  const isOfRows = parts !== null && isRowWise(file, table);
  const added = isOfRows ? drift.added : [];
  if (removed.length + retyped.length + added.length === 0) {
    throw impossible(
      drift.added.length > 0
        ? 'Its rows are sums or joins, to which a column of the table does not belong.'
        : `${table} has no column that it does not know.`,
    );
  }
  if (parts === null) throw impossible('Its statement is not a list of columns.');
  const columns = [...keptColumns(file, drift), ...addedColumns(file, added)];
  const version = preset.version + 1;
  const path = join(folderOf(version), `${preset.name}.sql`);
  await mkdir(folderOf(version), { recursive: true });
  const head = toHead(file, columns, snapshot, parts.head, version);
  const sql = joinSelect({ items: columns.map(({ item }) => item), rest: parts.rest });
  await writeFile(path, `${head.join('\n')}\n${sql}\n`);
  return {
    preset: preset.name,
    version,
    added: columns.slice(columns.length - added.length).map(({ name }) => name),
    removed: [...removed],
    retyped: retyped.map(({ column, from, to }) => ({ column: column.name, from, to })),
    file: path,
  };
}

/** One row of the table is one row of the file: only then a column of the table belongs there. */
function isRowWise({ query }: PresetFile, table: string): boolean {
  const from = new RegExp(`\\sFROM ${table.replace('.', '\\.')}\\b`, 'gi');
  const isOne = [...query.sql.matchAll(from)].length === 1;
  return isOne && !/\b(GROUP BY|DISTINCT|UNION|WITH|JOIN)\b/i.test(query.sql);
}

/** The columns of the contract that are still there, in their order. */
function keptColumns(file: PresetFile, { parts, removed, retyped }: ContractDrift): NextColumn[] {
  return file.columns
    .filter(({ name }) => !removed.includes(name))
    .map(({ name, source, type }) => {
      const item = parts!.items.find((one) => one.name === source)!;
      const to = retyped.find(({ column }) => column.name === name)?.to;
      const suffix = to === undefined ? suffixOfType(type) : suffixOfDuckDb(to);
      // A time says that it is UTC (E-13).
      const isNewTime = to !== undefined && suffix === 't' && !name.endsWith('_utc');
      const next = isNewTime ? `${name}_utc` : name;
      const isText = to !== undefined && suffix === '' && to !== 'VARCHAR';
      const expression = isText ? `(${item.expression})::VARCHAR` : item.expression;
      return { name: next, suffix, item: { expression, name: next } };
    });
}

function addedColumns(file: PresetFile, added: readonly DeltaColumn[]): NextColumn[] {
  const taken = new Set(file.columns.map(({ name }) => name));
  return added.map(({ name: source, type }) => {
    const [suffix, expression] = suffixOfDelta(String(type), quoteName(source));
    const name = columnNameOf(source, suffix === 't', taken);
    return { name, suffix, item: { expression, name } };
  });
}

/** The head of the file: what the contract freezes is told anew, the rest stays. */
function toHead(
  file: PresetFile,
  columns: readonly NextColumn[],
  snapshot: TableSnapshot,
  before: readonly string[],
  version: number,
): string[] {
  const names = new Set(columns.map(({ name }) => name));
  const sort = file.sort.filter(({ column }) => names.has(column));
  const order = sort.length > 0 ? sort : [{ column: columns[0]!.name, descending: false }];
  const known = snapshot.columns.map(({ name }) => name);
  const isId = file.idColumn !== null && names.has(file.idColumn);
  return [
    ...before.filter((line) => !/^-- (version|columns|known|sort|id): /.test(line)),
    `-- version: ${version}`,
    `-- columns: ${columns.map(({ name, suffix }) => name + (suffix && `:${suffix}`)).join(', ')}`,
    `-- sort: ${order.map(({ column, descending }) => column + (descending ? ' desc' : '')).join(', ')}`,
    ...(isId ? [`-- id: ${file.idColumn}`] : []),
    `-- known: ${known.join(', ')}`,
  ];
}
