import type { QueryResult } from '../../../../main/contract/query';
import { Figure, Tile } from '../../components/tile';
import { columnTitle, formatCell } from '../../format/cells';
import { FigureMenu } from './figure-menu';
import { Sparkline } from './sparkline';

/** The only row of a query, one tile for each column; the first has the trend's small line. */
export function KpiTiles({ result, trend }: { result: QueryResult; trend: readonly number[] }) {
  const [row = []] = result.rows;
  return (
    <div className="kpi-tiles">
      {result.columns.map(({ name, type }, index) => (
        <Tile key={name} title={columnTitle(name)}>
          <Figure value={formatCell(row[index] ?? null, type)} testId={`kpi-${name}`} />
          {index === 0 && trend.length > 1 && <Sparkline values={trend} />}
          <FigureMenu opened={{ title: columnTitle(name), result, row: 0, column: name }} />
        </Tile>
      ))}
    </div>
  );
}
