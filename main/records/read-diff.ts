import { toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName } from '../analytics/sql-quoting';
import type { Cell } from '../contract/query';
import type { DiffRequest, VersionDiff } from '../contract/records';
import type { TableSnapshot } from '../delta/snapshot';
import type { RecordPlace, WorkControl } from './record-place';
import { columnsOf, type TableColumn } from './table-columns';

type Change = VersionDiff['rows'][number]['change'];

/**
 * The rows that differ between two versions of a table, which may stand in any order. Only files
 * that one version has and the other has not are read: a row in a file of both is the same. `key`
 * null, or a key that a version lacks, compares whole rows. Fails like `readPage`.
 */
export function readDiff(
  place: RecordPlace,
  key: readonly string[] | null,
  request: DiffRequest,
  control: WorkControl = {},
): Promise<VersionDiff> {
  const startedAtMs = performance.now();
  const { table, fromVersion, toVersion, limit } = request;
  return place.use('Comparing versions', table, control, async (connection) => {
    const from = await place.snapshot(table, fromVersion);
    const to = await place.snapshot(table, toVersion);
    const before = without(from, to);
    const after = without(to, from);
    const columns = allColumns(to, from);
    const usedKey = key?.every((name) => has(from, name) && has(to, name)) ? [...key] : null;
    // Where rows were only appended there is nothing to match, and they stand in their own order.
    const isOneSided = before.files.length === 0 || after.files.length === 0;
    const changes = isOneSided
      ? toOneSided(before, after, columns)
      : toChanges(before, after, columns, usedKey ?? columns.map(({ name }) => name));
    const counts = new Map(
      (await connection.readRows(`SELECT change, count(*) FROM (${changes}) GROUP BY change`)).map(
        ([change, count]) => [change as Change, Number(count)],
      ),
    );
    const ordered = `FROM (${changes}) ${isOneSided ? '' : 'ORDER BY ALL'} LIMIT ${limit}`;
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const rows = total === 0 ? [] : await connection.readRows(ordered);
    return {
      table,
      fromVersion,
      toVersion,
      key: usedKey,
      added: counts.get('added') ?? 0,
      removed: counts.get('removed') ?? 0,
      changed: counts.get('changed') ?? 0,
      columns: [...columns],
      rows: rows.map(([change, ...cells]) => toRow(change as Change, cells, columns.length)),
      isTruncated: total > rows.length,
      files: new Set([...from.files, ...to.files].map(({ path }) => path)).size,
      filesRead: before.files.length + after.files.length,
      elapsedMs: performance.now() - startedAtMs,
    };
  });
}

/** A snapshot with only the files that another does not have. */
function without(snapshot: TableSnapshot, other: TableSnapshot): TableSnapshot {
  const paths = new Set(other.files.map(({ path }) => path));
  return { ...snapshot, files: snapshot.files.filter(({ path }) => !paths.has(path)) };
}

const has = (snapshot: TableSnapshot, name: string) =>
  snapshot.columns.some((column) => column.name === name);

/** The columns of one version, then those that only the other has. */
function allColumns(newer: TableSnapshot, older: TableSnapshot): TableColumn[] {
  const columns = columnsOf(newer);
  return [...columns, ...columnsOf(older).filter(({ name }) => !has(newer, name))];
}

/** The columns of a version as they stand in the other, those that it lacks as null. */
function toSide(snapshot: TableSnapshot, columns: readonly TableColumn[]): string {
  const selected = columns.map(({ name, type }) =>
    has(snapshot, name) ? quoteName(name) : `CAST(NULL AS ${type}) AS ${quoteName(name)}`,
  );
  return `SELECT ${selected.join(', ')} FROM (${toSnapshotSelect(snapshot)})`;
}

/** `toChanges` where one of the sides has no row. */
function toOneSided(
  before: TableSnapshot,
  after: TableSnapshot,
  columns: readonly TableColumn[],
): string {
  const nothing = columns.map(() => 'NULL').join(', ');
  return before.files.length === 0
    ? `SELECT 'added' AS change, ${nothing}, * FROM (${toSide(after, columns)})`
    : `SELECT 'removed' AS change, *, ${nothing} FROM (${toSide(before, columns)})`;
}

/**
 * SELECT of the changes: what it is, the row before, the row after. Rows of equal keys, which a key
 * should not have and whole rows may, are numbered, so that each stands against one of the other.
 */
function toChanges(
  before: TableSnapshot,
  after: TableSnapshot,
  columns: readonly TableColumn[],
  key: readonly string[],
): string {
  const side = (snapshot: TableSnapshot) => {
    const rest = columns
      .filter(({ name }) => !key.includes(name))
      .map(({ name }) => quoteName(name));
    const order = rest.length === 0 ? '' : ` ORDER BY ${rest.join(', ')}`;
    const partition = key.map(quoteName).join(', ') + order;
    return `SELECT *, row_number() OVER (PARTITION BY ${partition}) AS _number
      FROM (${toSide(snapshot, columns)})`;
  };
  const names = columns.map(({ name }) => quoteName(name));
  const pairs = (compared: readonly string[], operator: string, joined: string) =>
    compared.map((name) => `b.${name} IS ${operator} a.${name}`).join(joined);
  return `SELECT CASE WHEN b._number IS NULL THEN 'added' WHEN a._number IS NULL THEN 'removed'
      ELSE 'changed' END AS change,
      ${names.map((name, index) => `b.${name} AS b${index}`).join(', ')},
      ${names.map((name, index) => `a.${name} AS a${index}`).join(', ')}
    FROM (${side(before)}) AS b FULL JOIN (${side(after)}) AS a
      ON b._number = a._number AND ${pairs(key.map(quoteName), 'NOT DISTINCT FROM', ' AND ')}
    WHERE b._number IS NULL OR a._number IS NULL OR ${pairs(names, 'DISTINCT FROM', ' OR ')}`;
}

function toRow(change: Change, cells: Cell[], width: number): VersionDiff['rows'][number] {
  return {
    change,
    before: change === 'added' ? null : cells.slice(0, width),
    after: change === 'removed' ? null : cells.slice(width),
  };
}
