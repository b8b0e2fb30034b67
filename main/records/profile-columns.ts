import { toSnapshotSelect } from '../analytics/snapshot-select';
import type { SqlConnection } from '../analytics/sql-connection';
import { quoteName } from '../analytics/sql-quoting';
import type {
  ColumnProfile,
  ColumnProfileRequest,
  ColumnTextOf,
  ProfiledColumn,
} from '../contract/column-profile';
import { toTableSummary, type TableSnapshot } from '../delta/snapshot';
import { figuresOfLog } from './profile-of-log';
import type { RecordPlace, WorkControl } from './record-place';
import { columnsOf, kindOf, type TableColumn } from './table-columns';

/** Up to so many rows distinct values are counted, beyond it estimated (within a few per cent). */
const mostExactRows = 200_000;

/** Figures of every column, with what `textOf` says of each; fails like `readPage`. */
export function profileColumns(
  place: RecordPlace,
  request: ColumnProfileRequest,
  textOf: ColumnTextOf,
  control: WorkControl = {},
): Promise<ColumnProfile> {
  const startedAtMs = performance.now();
  const { table, source } = request;
  return place.use('Profiling columns', table, control, async (connection) => {
    const snapshot = await place.snapshot(table, request.atVersion);
    const columns = columnsOf(snapshot);
    const figures =
      source === 'log' ? ofLog(snapshot, columns) : ofRows(connection, snapshot, columns);
    const { rowCount, columns: read } = await figures;
    return {
      table,
      tableVersion: snapshot.version,
      source,
      rowCount,
      columns: read.map((column) => ({ ...column, packText: textOf(snapshot.table, column.name) })),
      elapsedMs: performance.now() - startedAtMs,
    };
  });
}

type FiguredColumn = Omit<ProfiledColumn, 'packText'>;
type Profile = Pick<ColumnProfile, 'rowCount'> & { readonly columns: readonly FiguredColumn[] };

function describe(snapshot: TableSnapshot, { name, type }: TableColumn) {
  const isPartition = snapshot.partitionColumns.includes(name);
  const found = snapshot.columns.find((column) => column.name === name);
  return { name, type, isPartition, description: found?.comment ?? null };
}

function ofLog(snapshot: TableSnapshot, columns: readonly TableColumn[]): Profile {
  return {
    rowCount: toTableSummary(snapshot).rows,
    columns: columns.map((column): FiguredColumn => {
      const own = describe(snapshot, column);
      const values = new Set(
        snapshot.files.flatMap((file) => file.partitionValues[column.name] || []),
      );
      const distinct = own.isPartition ? values.size : null;
      const figures = figuresOfLog(snapshot, column.name);
      return { ...own, ...figures, distinct, isDistinctExact: true };
    }),
  };
}

/** All figures in one pass over the rows. */
async function ofRows(
  connection: SqlConnection,
  snapshot: TableSnapshot,
  columns: readonly TableColumn[],
): Promise<Profile> {
  const from = `FROM (${toSnapshotSelect(snapshot)})`;
  const counted = await connection.readFirstRow(`SELECT count(*) ${from}`);
  const rowCount = Number(counted?.[0]);
  const isDistinctExact = rowCount <= mostExactRows;
  const figures = columns.flatMap((column) => {
    const name = quoteName(column.name);
    const hasOrder = kindOf(column) !== 'other';
    const distinct = isDistinctExact ? `count(DISTINCT ${name})` : `approx_count_distinct(${name})`;
    const bound = (of: string) => (hasOrder ? `${of}(${name})` : 'NULL');
    return [`count(${name})`, distinct, bound('min'), bound('max')];
  });
  const cells = (await connection.readFirstRow(`SELECT ${figures.join(', ')} ${from}`)) ?? [];
  return {
    rowCount,
    columns: columns.map((column, at): FiguredColumn => {
      const [values, distinct, least = null, most = null] = cells.slice(4 * at, 4 * at + 4);
      const nulls = rowCount - Number(values);
      // An estimate can go beyond what there is.
      const mostDistinct = Math.min(Number(distinct), rowCount - nulls);
      const own = describe(snapshot, column);
      return { ...own, nulls, distinct: mostDistinct, isDistinctExact, least, most };
    }),
  };
}
