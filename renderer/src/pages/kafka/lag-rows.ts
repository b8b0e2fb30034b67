import type { LagHistory } from '../../../../main/contract/lag-history';
import type { ChartRows } from '../../charts/save-rows';
import { timeRows } from '../../charts/time-moments';
import { lagLines } from './lag-lines';
import type { LagMeasure } from './lag-lines';

/** The points of the lag chart, the oldest first: a column for each line, times in UTC. */
export function lagRows(history: LagHistory, measure: LagMeasure): ChartRows {
  const lines = lagLines(history, measure);
  return timeRows(
    lines,
    lines.map(({ name }) => `${name} (${measure})`),
  );
}
