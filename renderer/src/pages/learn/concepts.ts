import type { Overview } from '../../../../main/contract/api';
import { formatInteger } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import type { LearnTopic } from '../../languages/english/learn';
import { t } from '../../languages/language';
import type { PlaceName } from '../../places';

/** A concept, the value that shows it now, and where it is seen. */
export interface Concept {
  readonly topic: LearnTopic;
  readonly place: PlaceName;
  readonly path: string;
  /** The value in words; "—" inside while it is not known. */
  readonly now: (overview: Overview | null) => string;
}

const layerOf = (overview: Overview | null, layer: string) =>
  overview?.tables.filter(({ table }) => table.startsWith(`${layer}.`)) ?? [];

/** Rows of the largest table of a layer, which is its row-level one; null without tables. */
const rowsOf = (overview: Overview | null, layer: string): number | null => {
  const rows = layerOf(overview, layer).map((table) => table.rows ?? 0);
  return rows.length === 0 ? null : Math.max(...rows);
};
const tableRows = (overview: Overview | null, name: string): number | null =>
  overview?.tables.find(({ table }) => table === name)?.rows ?? null;
const newestVersion = (overview: Overview | null): number | null => {
  const versions = layerOf(overview, 'silver').map(({ tableVersion }) => tableVersion);
  return versions.length === 0 ? null : Math.max(...versions);
};
/** Of this run; null before its first batch. */
const lateRows = (overview: Overview | null): number | null =>
  overview === null || overview.streaming.lastBatchId === null
    ? null
    : overview.streaming.rows.late;
const figure = (value: number | null) => formatInteger(value);

/** In the order of the data's way. */
export const concepts: readonly Concept[] = [
  {
    ...{ topic: 'orchestration', place: 'pipeline', path: '/pipeline' },
    now: (overview) =>
      t('concepts.values.orchestration', {
        state: overview ? t(`state.${overview.pipeline.state}`) : figure(null),
      }),
  },
  {
    ...{ topic: 'partition', place: 'kafka', path: '/kafka' },
    now: (overview) =>
      t('concepts.values.partition', { figure: figure(overview?.lag?.partitions.length ?? null) }),
  },
  {
    ...{ topic: 'offset', place: 'kafka', path: '/kafka' },
    now: (overview) => t('concepts.values.offset', { figure: figure(overview?.lag?.lag ?? null) }),
  },
  {
    ...{ topic: 'microBatch', place: 'pipeline', path: '/pipeline' },
    now: (overview) =>
      t('concepts.values.microBatch', {
        batch: figure(overview?.streaming.lastBatchId ?? null),
        took: formatDuration(overview?.streaming.batchDurationMs ?? null),
      }),
  },
  {
    ...{ topic: 'checkpoint', place: 'pipeline', path: '/pipeline' },
    now: (overview) =>
      t('concepts.values.checkpoint', {
        batch: figure(overview?.streaming.lastBatchId ?? null),
      }),
  },
  {
    ...{ topic: 'medallion', place: 'data', path: '/data' },
    now: (overview) =>
      t('concepts.values.medallion', {
        bronze: figure(rowsOf(overview, 'bronze')),
        silver: figure(rowsOf(overview, 'silver')),
        gold: figure(rowsOf(overview, 'gold')),
      }),
  },
  {
    ...{ topic: 'schema', place: 'quality', path: '/quality' },
    now: (overview) =>
      t('concepts.values.schema', {
        figure: figure(tableRows(overview, 'quality.rejected_records')),
      }),
  },
  {
    ...{ topic: 'deadLetterQueue', place: 'kafka', path: '/kafka/dlq' },
    now: (overview) =>
      t('concepts.values.deadLetterQueue', {
        figure: figure(tableRows(overview, 'quality.rejected_records')),
      }),
  },
  {
    ...{ topic: 'exactlyOnce', place: 'quality', path: '/quality' },
    now: (overview) =>
      t('concepts.values.exactlyOnce', {
        figure: figure(tableRows(overview, 'quality.duplicates')),
      }),
  },
  {
    ...{ topic: 'eventTime', place: 'pipeline', path: '/pipeline' },
    now: (overview) =>
      t('concepts.values.eventTime', {
        took: formatDuration(overview?.streaming.latencyMs?.p50 ?? null),
      }),
  },
  {
    ...{ topic: 'watermark', place: 'quality', path: '/quality' },
    now: (overview) =>
      t('concepts.values.watermark', {
        figure: figure(lateRows(overview)),
      }),
  },
  {
    ...{ topic: 'outputMode', place: 'data', path: '/data' },
    now: (overview) =>
      t('concepts.values.outputMode', {
        figure: figure(overview === null ? null : layerOf(overview, 'silver').length),
      }),
  },
  {
    ...{ topic: 'acid', place: 'data', path: '/data' },
    now: (overview) => t('concepts.values.acid', { figure: figure(newestVersion(overview)) }),
  },
  {
    ...{ topic: 'timeTravel', place: 'dashboard', path: '/dashboard' },
    now: (overview) => t('concepts.values.timeTravel', { figure: figure(newestVersion(overview)) }),
  },
];
