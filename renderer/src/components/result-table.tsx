import type { QueryResult } from '../../../main/contract/query';
import { columnTitle, formatFigure, isNumeric } from '../format/cells';

/** The rows of a query as they are, for people. */
export function ResultTable({ result, label }: { result: QueryResult; label: string }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
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
          {result.rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => {
                const { name = '', type = '' } = result.columns[column] ?? {};
                return (
                  <td key={name} className={isNumeric(type) ? 'number' : undefined}>
                    {formatFigure(name, value, type)}
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
