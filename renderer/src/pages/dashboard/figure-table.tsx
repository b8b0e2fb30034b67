import type { QueryResult } from '../../../../main/contract/query';
import { columnTitle, formatFigure, isNumeric } from '../../format/cells';
import { t } from '../../languages/language';
import { useOpenFigure } from './open-figure';
import { rowTitle } from './panel-rows';

/** The rows of a panel as a table; each figure in it opens. */
export function FigureTable({ result, title }: { result: QueryResult; title: string }) {
  const open = useOpenFigure();
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={title}>
      <table className="figures-table rows-table">
        <thead>
          <tr>
            {result.columns.map(({ name, type }) => (
              <th key={name} scope="col" className={isNumeric(type) ? 'number' : undefined}>
                {columnTitle(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.rows.map((cells, row) => (
            <tr key={row}>
              {result.columns.map(({ name, type }, at) => {
                const text = formatFigure(name, cells[at] ?? null, type);
                if (!isNumeric(type)) return <td key={name}>{text}</td>;
                const opened = { title: rowTitle(title, result, row), result, row, column: name };
                return (
                  <td key={name} className="number">
                    <button
                      type="button"
                      className="figure-cell"
                      title={t('figure.open')}
                      onClick={() => open(opened)}
                    >
                      {text}
                    </button>
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
