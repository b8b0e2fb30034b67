import { toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName } from '../analytics/sql-quoting';
import type { Cell } from '../contract/query';
import type { RecordSummary, RecordSummaryRequest } from '../contract/records';
import { pruneFiles } from '../delta/prune-files';
import { toCondition } from './filter-condition';
import type { RecordPlace, WorkControl } from './record-place';
import { columnsOf, kindOf, type TableColumn } from './table-columns';

/** Digits of the average of whole numbers. */
const wholeNumberDigits = 2;

/** Figures of the numeric columns over the rows that the filters let through. Fails like `readPage`. */
export function summariseRecords(
  place: RecordPlace,
  request: RecordSummaryRequest,
  control: WorkControl = {},
): Promise<RecordSummary> {
  const startedAtMs = performance.now();
  const { table } = request;
  return place.use('Summing records', table, control, async (connection) => {
    const snapshot = await place.snapshot(table, request.atVersion);
    const all = columnsOf(snapshot);
    const condition = await toCondition(connection, table, all, request.filters);
    const { sql, values } = condition;
    const files = pruneFiles(snapshot, condition.comparisons);
    const numeric = all.filter((column) => kindOf(column) === 'number');
    const figures = numeric.map(({ name }) => {
      const quoted = quoteName(name);
      return `count(${quoted}), sum(${quoted}), avg(${quoted}), min(${quoted}), max(${quoted})`;
    });
    const row = await connection.readFirstRow(
      `SELECT ${['count(*)', ...figures].join(', ')} FROM (${toSnapshotSelect(snapshot, { files })})
       ${sql === '' ? '' : `WHERE ${sql}`}`,
      values,
    );
    const cells = row ?? [];
    return {
      table,
      tableVersion: snapshot.version,
      rowCount: Number(cells[0]),
      columns: numeric.map((column, index) => {
        const [count, sum, average, least, most] = cells.slice(1 + 5 * index) as Cell[];
        const known = Number(count);
        return {
          ...column,
          values: known,
          sum: sum ?? null,
          average: exactMean(column, sum ?? null, known) ?? average ?? null,
          least: least ?? null,
          most: most ?? null,
        };
      }),
      elapsedMs: performance.now() - startedAtMs,
    };
  });
}

/** Half up (away from zero) from the exact sum; null where the type is not exact or there is none. */
function exactMean({ type }: TableColumn, sum: Cell, count: number): string | null {
  if (sum === null || count === 0 || /^(FLOAT|DOUBLE)$/.test(type)) return null;
  const scale = Number(/,(\d+)\)$/.exec(type)?.[1] ?? 0);
  const digits = type.startsWith('DECIMAL') ? scale : wholeNumberDigits;
  const units = BigInt(String(sum).replace('.', '')) * 10n ** BigInt(digits - scale);
  const [size, parts] = [units < 0n ? -units : units, BigInt(count)];
  const text = String((2n * size + parts) / (2n * parts)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const sign = units < 0n && /[1-9]/.test(text) ? '-' : '';
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`;
}
