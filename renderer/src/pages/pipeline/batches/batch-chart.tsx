import { useMemo } from 'react';
import type { MicroBatches } from '../../../../../main/contract/micro-batches';
import { readLayerColors } from '../../../charts/layer-colors';
import { linesOption } from '../../../charts/options/lines';
import type { Line } from '../../../charts/options/lines';
import { stackedColumnsOption } from '../../../charts/options/stacked-columns';
import { ThemedChart } from '../../../charts/themed-chart';
import { formatInteger, formatRate } from '../../../format/numbers';
import { formatDuration } from '../../../format/time';
import { t } from '../../../languages/language';
import { batchParts, durationOf, partColor, partsOf } from './batch-parts';
import { summariseBatches } from './batch-summary';
import type { BatchView } from './batch-summary';

/** The last micro-batches as columns by part, or as lines of rows or of latency per second. */
export function BatchChart(props: {
  report: MicroBatches;
  view: BatchView;
  /** Of the latency, milliseconds; null while it is not known. */
  limitMs: number | null;
  onChoose: (batchId: number | null) => void;
}) {
  const { report, view, limitMs, onChoose } = props;
  const summary = summariseBatches(report, view);
  const draw = useMemo(
    () =>
      view === 'duration'
        ? drawDurations(report, summary)
        : drawLines(report, linesOf(report, view, limitMs), summary),
    [report, view, limitMs, summary],
  );
  return (
    <div className="batch-chart">
      {view === 'duration' && <PartLegend />}
      {/* Another view is another chart: its axes and legend begin anew. */}
      <ThemedChart
        key={view}
        draw={draw}
        summary={summary}
        positions={report.batches.length}
        onOpen={(position) => onChoose(report.batches[position]?.batchId ?? null)}
      />
    </div>
  );
}

/** What the colours of the columns stand for. */
function PartLegend() {
  return (
    <ul className="legend batch-legend">
      {[...batchParts, 'trigger' as const].map((part) => (
        <li key={part}>
          <i className={`swatch batch-${part}`} aria-hidden="true" />
          {part === 'trigger' ? t('batches.trigger') : t(`batches.parts.${part}`)}
        </li>
      ))}
    </ul>
  );
}

type Draw = Parameters<typeof ThemedChart>[0]['draw'];
const positionsOf = ({ batches }: MicroBatches) =>
  batches.map(({ batchId }) => formatInteger(batchId));

function drawDurations(report: MicroBatches, summary: string): Draw {
  const split = report.batches.map(partsOf);
  return (colors) => {
    const layers = readLayerColors(document.documentElement);
    return stackedColumnsOption({
      positions: positionsOf(report),
      parts: batchParts.map((part) => ({
        name: t(`batches.parts.${part}`),
        values: split.map((parts) => parts[part]),
        color: partColor(part, layers, colors),
      })),
      level: { name: t('batches.trigger'), value: report.triggerIntervalMs },
      colors,
      summary,
      format: formatDuration,
      tooltip: (index) => {
        const [batch, parts] = [report.batches[index], split[index]];
        if (!batch || !parts) return null;
        const line = (name: string, value: string) => ({ name, value, note: '' });
        return {
          title: t('batches.position', { batch: formatInteger(batch.batchId) }),
          lines: [
            ...batchParts.map((part) =>
              line(t(`batches.parts.${part}`), formatDuration(parts[part])),
            ),
            line(t('batches.duration'), formatDuration(durationOf(batch.partsMs))),
            line(t('batches.rows'), formatInteger(batch.rows.input)),
          ],
        };
      },
    });
  };
}

function drawLines(report: MicroBatches, lines: readonly Line[], summary: string): Draw {
  return (colors) => linesOption(positionsOf(report), lines, colors, summary);
}

function linesOf(
  { batches }: MicroBatches,
  view: Exclude<BatchView, 'duration'>,
  limitMs: number | null,
): Line[] {
  if (view === 'throughput') {
    const rate = (value: number) => t('flow.rate', { rate: formatRate(value) });
    return [
      {
        name: t('batches.input'),
        kind: 'line',
        format: rate,
        values: batches.map(({ rows, endedAtMs }, index) => {
          const before = batches[index - 1];
          if (!before || endedAtMs <= before.endedAtMs) return null;
          return (rows.input * 1000) / (endedAtMs - before.endedAtMs);
        }),
      },
      {
        name: t('batches.processed'),
        kind: 'mean',
        format: rate,
        values: batches.map(({ rows, partsMs }) => {
          const tookMs = durationOf(partsMs);
          return rows.input === 0 || tookMs === 0 ? null : (rows.input * 1000) / tookMs;
        }),
      },
    ];
  }
  const line = (name: string, kind: Line['kind'], values: Line['values']): Line => ({
    ...{ name, kind, values },
    format: formatDuration,
  });
  return [
    line(
      t('batches.p95'),
      'line',
      batches.map(({ latencyP95Ms }) => latencyP95Ms),
    ),
    line(
      t('batches.p50'),
      'line',
      batches.map(({ latencyP50Ms }) => latencyP50Ms),
    ),
    ...(limitMs === null
      ? []
      : [
          line(
            t('batches.limit'),
            'mean',
            batches.map(() => limitMs),
          ),
        ]),
  ];
}
