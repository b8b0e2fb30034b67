import { useMemo } from 'react';
import type { QueryResult } from '../../../../main/contract/query';
import { formatCell, formatFigure } from '../../format/cells';
import { missing } from '../../format/missing';
import { t } from '../../languages/language';
import { useOpenFigure } from './open-figure';
import { columnOf, rowTitle } from './panel-rows';

/** Shades above the lowest one. */
const steps = 5;

/** Two columns against each other: figures in cells that are darker the higher they are. */
export function HeatTable(props: {
  result: QueryResult;
  row: string;
  column: string;
  value: string;
  label: string;
}) {
  const { result, row, column, value, label } = props;
  const open = useOpenFigure();
  const { rows, columns, cells, least, most, type } = useMemo(() => {
    const at = [row, column, value].map((name) => columnOf(result, name));
    const [rowAt, columnAt, valueAt] = at.map((found) => found.at) as [number, number, number];
    const found = new Map(
      result.rows.map((one, index) => [
        `${String(one[rowAt])}|${String(one[columnAt])}`,
        { value: one[valueAt] ?? null, index },
      ]),
    );
    return {
      rows: [...new Set(result.rows.map((one) => String(one[rowAt])))],
      columns: [...new Set(result.rows.map((one) => String(one[columnAt])))],
      cells: found,
      least: Math.min(...result.rows.map((one) => Number(one[valueAt]))),
      most: Math.max(...result.rows.map((one) => Number(one[valueAt]))),
      type: at[2]!.type,
    };
  }, [result, row, column, value]);
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="figures-table heat-table">
        <thead>
          <tr>
            <td />
            {columns.map((name) => (
              <th key={name} scope="col" className="number">
                {formatCell(name, 'VARCHAR')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name) => (
            <tr key={name}>
              <th scope="row">{formatCell(name, 'VARCHAR')}</th>
              {columns.map((other) => {
                const found = cells.get(`${name}|${other}`);
                const cell = found?.value ?? null;
                const level =
                  cell === null
                    ? 0
                    : 1 + Math.round((steps * (Number(cell) - least)) / Math.max(most - least, 1));
                return (
                  <td key={other} className="number heat" data-level={level}>
                    {cell === null || !found ? (
                      missing
                    ) : (
                      <button
                        type="button"
                        className="figure-cell"
                        title={t('figure.open')}
                        onClick={() =>
                          open({
                            title: rowTitle(label, result, found.index),
                            ...{ result, row: found.index, column: value },
                          })
                        }
                      >
                        {formatFigure(value, cell, type)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
