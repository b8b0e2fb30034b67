import type { RunSummary } from '../../contract/run-summary';
import { faultsText } from './faults-text';
import { formatDuration, formatInteger, formatMoney } from './format';

/** The summary of a run for people. */
export function runSummaryText(summary: RunSummary): string {
  const { rejected, latencyMs } = summary;
  const rows: [string, string][] = [
    [
      'Produced',
      `${formatInteger(summary.produced)}, ${formatInteger(summary.acknowledged)} acknowledged`,
    ],
    ['Bronze', `${formatInteger(summary.bronze)} rows`],
    ['Silver', `${formatInteger(summary.silver)} rows`],
    [
      'Rejected',
      `${rejected.parse} parse, ${rejected.schema} schema, ${rejected.rule} rule; ${summary.duplicates} duplicates, ${summary.late} late`,
    ],
    ['Revenue', formatMoney(summary.revenue)],
    [
      'Latency',
      latencyMs
        ? `p50 ${formatDuration(latencyMs.p50)}, p95 ${formatDuration(latencyMs.p95)}, p99 ${formatDuration(latencyMs.p99)}`
        : '—',
    ],
    ['First row', `after ${formatDuration(summary.firstRowMs)}`],
    ['In all', formatDuration(summary.wallMs)],
    ['Ledger', summary.ledger],
    ...summary.alongside.map((one): [string, string] => [
      one.pack,
      `${formatInteger(one.acknowledged)} acknowledged, Silver ${formatInteger(one.silver)} rows, ledger ${one.ledger}`,
    ]),
  ];
  const text = rows.map(([name, value]) => `${name.padEnd(10)} ${value}`).join('\n');
  return summary.faults === null ? text : `${text}\n\n${faultsText(summary.faults)}`;
}
