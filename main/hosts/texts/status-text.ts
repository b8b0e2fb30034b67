import type { Overview } from '../../contract/api';
import { layers } from '../../contract/delta';
import { describeFailure } from '../../contract/describe-failure';
import type { QueryResult } from '../../contract/query';
import type { ServiceStatus } from '../../contract/service';
import type { StreamingStatus } from '../../contract/streaming';
import { formatDuration, formatInteger, formatMoney } from './format';

/** One word for a service, with its pid or reason. */
function serviceText(status: ServiceStatus): string {
  switch (status.state) {
    case 'running':
      return `running (pid ${status.pid})`;
    case 'backingOff':
      return `restarting soon (attempt ${status.attempt})`;
    case 'failed':
      return `failed: ${describeFailure(status.failure).title}`;
    default:
      return status.state;
  }
}

/** Why a pack's query does not run, and when it is begun anew; null while it runs. */
function failureOf({ failure }: StreamingStatus, nowMs: number): string | null {
  if (!failure) return null;
  const { message, retryAtMs } = failure;
  const next =
    retryAtMs === null ? '' : ` Next try in ${formatDuration(Math.max(0, retryAtMs - nowMs))}.`;
  return `failed: ${message}${next}`;
}

/** One line a layer: its tables with their rows. */
function rowLines({ tables }: Overview): [string, string][] {
  if (tables.length === 0) return [['Rows', '—']];
  return layers.flatMap((layer): [string, string][] => {
    const texts = tables
      .filter(({ table }) => table.startsWith(`${layer}.`))
      .map(({ table, rows }) => `${table.slice(layer.length + 1)} ${formatInteger(rows)}`);
    const name = `${layer[0]?.toUpperCase()}${layer.slice(1)} rows`;
    return texts.length === 0 ? [] : [[name, texts.join(' · ')]];
  });
}

/** The three countries of highest revenue; null before there is any. */
function topCountries(countries: QueryResult | null): string | null {
  const top = (countries?.rows ?? [])
    .slice(0, 3)
    .map(([label, revenue]) => `${label} ${formatMoney(revenue as string)}`);
  return top.length === 0 ? null : top.join(' · ');
}

function pipelineText({ pipeline }: Overview, nowMs: number): string {
  const age = formatDuration(nowMs - pipeline.sinceMs);
  const step = pipeline.step ? ` ${pipeline.step.number}/${pipeline.step.count}` : '';
  const reason = pipeline.reason ? ` — ${pipeline.reason}` : '';
  return `${pipeline.state}${step} for ${age}${reason}`;
}

/** The status block of a terminal: state of each part, lag, rows, latency, top countries. */
export function statusBlock(
  overview: Overview,
  countries: QueryResult | null,
  nowMs: number,
): string {
  const { pipeline, producer, lag, streaming } = overview;
  const latency = streaming.latencyMs;
  const queryFailure = failureOf(streaming, nowMs);
  const lines: [string, string][] = [
    ['Pipeline', pipelineText(overview, nowMs)],
    ['Broker', `${serviceText(pipeline.services.broker)} ${pipeline.bootstrapServers ?? ''}`],
    ['Streaming job', serviceText(pipeline.services.streamingJob)],
    ...(queryFailure === null ? [] : [['Query', queryFailure] as [string, string]]),
    [
      'Producer',
      `${producer.state}, ${producer.ratePerSecond}/s, ${formatInteger(producer.acknowledged)} of ${formatInteger(producer.produced)} acknowledged`,
    ],
    [
      'Lag',
      `${formatInteger(lag?.lag ?? null)} records, ${lag?.lagSeconds?.toFixed(1) ?? '—'} s (the query itself says ${formatInteger(lag?.queryLag ?? null)})`,
    ],
    [
      'Latency',
      latency
        ? `p50 ${formatDuration(latency.p50)}, p95 ${formatDuration(latency.p95)} (broker to aggregate)`
        : '—',
    ],
    ...rowLines(overview),
    ...overview.alongside.map((one): [string, string] => [
      `Pack ${one.pack}`,
      failureOf(one.streaming, nowMs) ??
        `${formatInteger(one.producer.acknowledged)} acknowledged, lag ${formatInteger(one.lag?.lag ?? null)} records, batch ${one.streaming.lastBatchId ?? '—'}`,
    ]),
    ['Revenue', topCountries(countries) ?? '—'],
  ];
  return lines.map(([name, text]) => `  ${name.padEnd(14)} ${text}`).join('\n');
}

/** The same in one line, for a log or a pipe. */
export function statusLine(
  overview: Overview,
  countries: QueryResult | null,
  nowMs: number,
): string {
  const { producer, lag, streaming } = overview;
  const p95 = streaming.latencyMs ? formatDuration(streaming.latencyMs.p95) : '—';
  return [
    pipelineText(overview, nowMs),
    `acknowledged ${formatInteger(producer.acknowledged)}`,
    `lag ${formatInteger(lag?.lag ?? null)}`,
    `p95 ${p95}`,
    `rows ${overview.tables.map((table) => `${table.table} ${formatInteger(table.rows)}`).join(', ') || '—'}`,
    `top ${topCountries(countries) ?? '—'}`,
  ].join(' | ');
}
