import type { PinnedChart } from '../../../main/contract/pinned-query';
import type { QueryResult } from '../../../main/contract/query';
import { isNumeric } from '../format/cells';

/** A chart with more lines than this cannot be read. */
const mostLines = 4;
/** A chart with more bars than this cannot be read. */
const mostBars = 40;

/** With more bars than this nothing can be told apart. */
const mostDrawnBars = 200;

/** The columns that a chart is drawn from: a name or a time for each position, and figures. */
export interface ChartColumns {
  /** Null where every column is a figure. */
  readonly position: string | null;
  readonly figures: readonly string[];
}

const isTime = (type: string) => /^(TIMESTAMP|DATE|TIME)/.test(type);

/** Takes the first time as position, else the first column that is no figure. */
export function chartColumns({ columns }: Pick<QueryResult, 'columns'>): ChartColumns {
  const position =
    columns.find(({ type }) => isTime(type)) ?? columns.find(({ type }) => !isNumeric(type));
  const figures = columns.filter(({ type }) => isNumeric(type)).slice(0, mostLines);
  return { position: position?.name ?? null, figures: figures.map(({ name }) => name) };
}

/** The charts that rows can be drawn as, the most telling first; a table always can be. */
export function chartsFor(result: Pick<QueryResult, 'columns' | 'rows'>): readonly PinnedChart[] {
  const { position, figures } = chartColumns(result);
  const typeOf = (name: string) => result.columns.find((one) => one.name === name)?.type ?? '';
  if (figures.length === 0) return ['table'];
  if (position === null) return result.rows.length <= 1 ? ['number', 'table'] : ['table', 'number'];
  const number: PinnedChart[] = result.rows.length === 1 ? ['number'] : [];
  if (isTime(typeOf(position)))
    return result.rows.length > mostDrawnBars
      ? ['lines', 'table']
      : [...number, 'lines', 'table', 'bars'];
  if (result.rows.length > mostDrawnBars) return ['table', 'lines'];
  return result.rows.length > mostBars
    ? [...number, 'table', 'bars', 'lines']
    : [...number, 'bars', 'table', 'lines'];
}
