import { rowIdColumns, toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName } from '../analytics/sql-quoting';
import type { OrderedSnapshot } from './ordered-snapshot';

/** Where some rows lie: in one file, between two places (both included) or at exactly these. */
export interface RowPlaces {
  readonly file: number;
  readonly rows: { readonly from: number; readonly until: number } | readonly number[];
}

/**
 * The places of the page `offset` to `offset + limit` of all rows, newest first: found from the
 * counts of the files alone, so that no page costs more than another.
 */
export function naturalPlaces(
  { rowsBefore }: OrderedSnapshot,
  offset: number,
  limit: number,
): RowPlaces[] {
  const total = rowsBefore.at(-1)!;
  const [from, until] = [Math.max(0, total - offset - limit), total - offset - 1];
  const places: RowPlaces[] = [];
  // The first file that ends after `from`, by bisection.
  let [low, high] = [0, rowsBefore.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rowsBefore[middle + 1]! > from) high = middle;
    else low = middle + 1;
  }
  for (let file = low; file < rowsBefore.length - 1 && rowsBefore[file]! <= until; file++) {
    const before = rowsBefore[file]!;
    if (rowsBefore[file + 1] === before) continue;
    const last = rowsBefore[file + 1]! - 1;
    places.push({
      file,
      rows: { from: Math.max(from, before) - before, until: Math.min(until, last) - before },
    });
  }
  return places;
}

/**
 * SELECT of the rows at some places: the columns, then file and row. Files that are read whole are
 * one scan; each other is one of its own, where DuckDB skips all but the rows asked for.
 */
export function toPlacesSelect(
  { snapshot, rowsBefore }: OrderedSnapshot,
  columns: readonly string[],
  places: readonly RowPlaces[],
): string {
  const names = columns.map(quoteName).join(', ');
  const select = (files: readonly number[], condition: string) => {
    const part = { ...snapshot, files: files.map((file) => snapshot.files[file]!) };
    const positions = `[${files.join(', ')}]::BIGINT[]`;
    const file =
      files.length === 1 ? files[0] : `list_extract(${positions}, ${rowIdColumns.file} + 1)`;
    return `SELECT ${names}, ${file}::BIGINT AS ${rowIdColumns.file}, ${rowIdColumns.row}
      FROM (${toSnapshotSelect(part, { withRowIds: true })})${condition}`;
  };
  const isWhole = ({ file, rows }: RowPlaces) =>
    'from' in rows &&
    rows.from === 0 &&
    rows.until === rowsBefore[file + 1]! - rowsBefore[file]! - 1;
  const whole = places.filter(isWhole).map(({ file }) => file);
  const parts = places
    .filter((one) => !isWhole(one))
    .map(({ file, rows }) =>
      select(
        [file],
        'from' in rows
          ? ` WHERE ${rowIdColumns.row} BETWEEN ${rows.from} AND ${rows.until}`
          : ` WHERE ${rowIdColumns.row} IN (${rows.join(', ')})`,
      ),
    );
  return [...(whole.length > 0 ? [select(whole, '')] : []), ...parts].join('\nUNION ALL\n');
}
