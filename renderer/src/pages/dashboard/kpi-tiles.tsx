import type { QueryResult } from '../../../../main/contract/query';
import { Figure, Tile } from '../../components/tile';
import { columnTitle, formatFigure } from '../../format/cells';
import { FigureMenu } from './figure-menu';
import { Sparkline } from './sparkline';
import type { Trends } from './trends';

/** The only row of a query, one tile for each column, with its small line where there is one. */
export function KpiTiles({ result, trends }: { result: QueryResult; trends: Trends }) {
  const [row = []] = result.rows;
  return (
    <div className="kpi-tiles">
      {result.columns.map(({ name, type }, index) => (
        <Tile key={name} title={columnTitle(name)}>
          <Figure value={formatFigure(name, row[index] ?? null, type)} testId={`kpi-${name}`} />
          <Sparkline values={trends.get(name) ?? []} />
          <FigureMenu opened={{ title: columnTitle(name), result, row: 0, column: name }} />
        </Tile>
      ))}
    </div>
  );
}
