import type { TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import { typeOfView, type ExportColumn } from './column-type';
import type { Dataset, SortColumn } from './dataset';
import type { PinnedSource, QueryShape } from './export-session';
import { columnNameOf } from './file-names';
import type { PlannedDataset } from './plan-datasets';

/** Any SELECT as an export: what a person looks at. */
export interface View {
  /** In the file's name. */
  readonly name: string;
  readonly sql: string;
  /** By the query's own column names. */
  readonly sort: readonly SortColumn[];
  readonly atVersions: ReadonlyMap<TableName, number>;
  /** Columns of the query that only put its rows in order, and are not written. */
  readonly orderOnly?: readonly string[];
  /** Filters in words, for the manifest. */
  readonly filters?: readonly string[];
}

/** Columns that tell the order of Kafka's log; a view without a sort has it where it can. */
const logOrder = ['kafka_partition', 'kafka_offset'];

/**
 * The dataset of a view; its columns are those of the query, in their order. Its rows come by the
 * sort that is asked for, else as the query's own ORDER BY has them, else in the order of the log.
 */
export function planView(view: View): PlannedDataset {
  const { name, atVersions } = view;
  const sql = view.sql.trim().replace(/;\s*$/, '');
  const toDataset = ({ columns: found, isOrdered }: QueryShape): Dataset => {
    const orderOnly = new Set(view.orderOnly);
    const taken = new Set<string>();
    const columns = found
      .filter((column) => !orderOnly.has(column.name))
      .map(({ name: source, type: duckDbType }): ExportColumn => {
        const type = typeOfView(duckDbType);
        return { name: columnNameOf(source, type.kind === 'timestamp', taken), source, type };
      });
    const isSorted = view.sort.length > 0;
    const keepsOrder = isOrdered && !isSorted;
    return {
      name,
      sql,
      columns,
      sort: isSorted ? toSort(view, columns, found) : keepsOrder ? [] : toLogOrder(columns),
      keepsOrder,
      idColumn: null,
      limit: null,
      filters: view.filters ?? [],
    };
  };
  const plan = { preset: 'current_view', name, version: null, sql, atVersions, toDataset };
  return { ...plan, presetFile: null };
}

function toSort(
  { name, sort }: View,
  columns: readonly ExportColumn[],
  found: PinnedSource['columns'],
): SortColumn[] {
  return sort.map(({ column, descending }) => {
    const known = columns.find(({ source }) => source === column);
    if (known) return { column: known.name, descending };
    if (found.some((one) => one.name === column)) return { column, descending, isOrderOnly: true };
    const nearest = found.map((one) => one.name).join(', ');
    throw failed('COLUMN_UNKNOWN', { table: name, column, known: nearest });
  });
}

function toLogOrder(columns: readonly ExportColumn[]): SortColumn[] {
  const inLog = logOrder.flatMap(
    (source) => columns.find((column) => column.source === source)?.name ?? [],
  );
  const own = inLog.length === logOrder.length ? inLog : [columns[0]!.name];
  return own.map((column) => ({ column, descending: false }));
}
