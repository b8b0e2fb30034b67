import type { RejectedReport } from '../../../../main/contract/rejected';
import type { ChartRows } from '../../charts/save-rows';
import { rejectedColumns } from './rejected-columns';
import { ruleName } from './rejected-chart';

/** The columns of the chart of rejected records, the oldest first: a figure for each rule, times in UTC. */
export function rejectedRows(report: RejectedReport): ChartRows {
  const { times, parts } = rejectedColumns(report);
  return {
    columns: [
      { name: 'from_utc', type: 'TIMESTAMP WITH TIME ZONE' },
      ...parts.map((part) => ({ name: ruleName(part), type: 'BIGINT' })),
    ],
    rows: times.map((atMs, index) => [
      new Date(atMs).toISOString(),
      ...parts.map(({ values }) => values[index] ?? 0),
    ]),
  };
}
