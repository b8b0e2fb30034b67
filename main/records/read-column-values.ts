import { toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName } from '../analytics/sql-quoting';
import {
  longestColumnValue,
  type ColumnValues,
  type ColumnValuesRequest,
} from '../contract/column-values';
import { failed } from '../contract/failure';
import { pruneFiles } from '../delta/prune-files';
import { toCondition } from './filter-condition';
import type { RecordPlace, WorkControl } from './record-place';
import { columnsOf, findColumn, kindOf } from './table-columns';

/**
 * The most frequent values of a column of text, values of one count by their order. Fails like
 * `readPage`, and with `FILTER_INVALID` for a column of another type.
 */
export function readColumnValues(
  place: RecordPlace,
  request: ColumnValuesRequest,
  control: WorkControl = {},
): Promise<ColumnValues> {
  const startedAtMs = performance.now();
  const { table, search, limit } = request;
  return place.use('Listing values', table, control, async (connection) => {
    const snapshot = await place.snapshot(table, request.atVersion);
    const all = columnsOf(snapshot);
    const column = findColumn(table, all, request.column);
    if (kindOf(column) !== 'text') {
      const reason = `It holds no text but ${column.type}; its values are not listed.`;
      throw failed('FILTER_INVALID', { column: column.name, reason });
    }
    const condition = await toCondition(connection, table, all, request.filters);
    const name = quoteName(column.name);
    const values = search === '' ? condition.values : [...condition.values, search];
    const conditions = [
      `length(${name}) <= ${longestColumnValue}`,
      ...(condition.sql === '' ? [] : [condition.sql]),
      ...(search === '' ? [] : [`contains(lower(${name}), lower($${values.length}))`]),
    ];
    const files = pruneFiles(snapshot, condition.comparisons);
    const rows = await connection.readRows(
      `SELECT ${name}, count(*) FROM (${toSnapshotSelect(snapshot, { files })})
       WHERE ${conditions.join(' AND ')}
       GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${limit + 1}`,
      values,
    );
    return {
      ...{ table, tableVersion: snapshot.version, column: column.name },
      values: rows.slice(0, limit).map(([value, count]) => ({
        value: String(value),
        rows: Number(count),
      })),
      isTruncated: rows.length > limit,
      elapsedMs: performance.now() - startedAtMs,
    };
  });
}
