import type { LagHistory } from '../../../../main/contract/lag-history';
import type { ChartRows } from '../../charts/save-rows';
import { lagLines, lagMoments } from './lag-lines';
import type { LagMeasure } from './lag-lines';

/** The points of the lag chart, the oldest first: a column for each line, times in UTC. */
export function lagRows(history: LagHistory, measure: LagMeasure): ChartRows {
  const lines = lagLines(history, measure);
  return {
    columns: [
      { name: 'at_utc', type: 'TIMESTAMP WITH TIME ZONE' },
      ...lines.map(({ name }) => ({ name: `${name} (${measure})`, type: 'DOUBLE' })),
    ],
    rows: lagMoments(lines)
      .reverse()
      .map(({ atMs, values }) => [
        new Date(atMs).toISOString(),
        ...values.map((value) => value ?? null),
      ]),
  };
}
