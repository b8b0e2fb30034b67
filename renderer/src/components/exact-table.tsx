import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { QueryResult } from '../../../main/contract/query';
import { formatExact, isNumeric } from '../format/cells';
import { formatInteger } from '../format/numbers';

const rowHeight = 27;
/** So few rows are all drawn. */
const plainRows = 200;
/** Rows whose values decide how wide a column is. */
const measuredRows = 60;

/** Rows with the types of their columns and every digit, of which only those in sight are drawn. */
export function ExactTable({ result, label }: { result: QueryResult; label: string }) {
  const { columns, rows } = result;
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const widths = useMemo(() => columnWidths(columns, rows), [columns, rows]);
  const items = virtualizer.getVirtualItems();
  const isPlain = rows.length <= plainRows;
  const indexes = isPlain ? rows.map((_, index) => index) : items.map(({ index }) => index);
  const before = isPlain ? 0 : (items[0]?.start ?? 0);
  const after = isPlain ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={box} className="exact-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="exact-table" aria-rowcount={rows.length + 1}>
        <colgroup>
          <col className="exact-number-column" />
          {widths.map((width, index) => (
            <col key={index} style={{ width: `${width}ch` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <td />
            {columns.map(({ name, type }, index) => (
              <th key={index} scope="col" className={isNumeric(type) ? 'number' : undefined}>
                {name}
                <span className="exact-type">{type}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {indexes.map((index) => (
            <tr key={index} aria-rowindex={index + 2}>
              <td className="exact-row-number">{formatInteger(index + 1)}</td>
              {columns.map(({ type }, column) => {
                const text = formatExact(rows[index]?.[column] ?? null, type);
                return (
                  <td
                    key={column}
                    className={isNumeric(type) ? 'number' : undefined}
                    title={text.length > 30 ? text : undefined}
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}

/** Widths in characters: of the name, the type and the first values. */
function columnWidths(
  columns: QueryResult['columns'],
  rows: QueryResult['rows'],
): readonly number[] {
  return columns.map(({ name, type }, index) => {
    const lengths = rows
      .slice(0, measuredRows)
      .map((row) => formatExact(row[index] ?? null, type).length);
    return Math.min(46, Math.max(6, name.length, type.length, ...lengths) + 4);
  });
}
