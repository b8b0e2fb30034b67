import type { Overview } from '../../../../main/contract/api';
import { formatInteger } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import type { LearnTopic } from '../../languages/english/learn';
import { t, tOr } from '../../languages/language';
import type { PlaceName } from '../../places';

/** A concept, the value that shows it now, and where it is seen. */
export interface Concept {
  readonly topic: LearnTopic;
  readonly place: PlaceName;
  readonly path: string;
  /** The value in words; null while there is none. */
  readonly now: (overview: Overview) => string | null;
}

const layerOf = ({ tables }: Overview, layer: string) =>
  tables.filter(({ table }) => table.startsWith(`${layer}.`));

/** The greatest of the figures of a layer's tables; null without tables. */
function greatest(overview: Overview, layer: string, figure: 'rows' | 'tableVersion') {
  const figures = layerOf(overview, layer).map((table) => table[figure] ?? 0);
  return figures.length === 0 ? null : Math.max(...figures);
}
const rowsOf = ({ tables }: Overview, name: string): number | null =>
  tables.find(({ table }) => table === name)?.rows ?? null;

/** The sentence of a concept with one figure. */
const say = (topic: LearnTopic, figure: number | null | undefined): string | null =>
  figure === null || figure === undefined
    ? null
    : tOr(`concepts.values.${topic}`, '', { count: figure, figure: formatInteger(figure) });

const at = (topic: LearnTopic, path: string, place: PlaceName, now: Concept['now']): Concept => ({
  ...{ topic, path, place, now },
});

/** In the order of the data's way. */
export const concepts: readonly Concept[] = [
  at('orchestration', '/pipeline', 'pipeline', ({ pipeline }) =>
    t('concepts.values.orchestration', { state: t(`state.${pipeline.state}`) }),
  ),
  at('partition', '/kafka', 'kafka', ({ lag }) => say('partition', lag?.partitions.length)),
  at('offset', '/kafka', 'kafka', ({ lag }) => say('offset', lag?.lag)),
  at('microBatch', '/pipeline', 'pipeline', ({ streaming: { lastBatchId, batchDurationMs } }) =>
    lastBatchId === null
      ? null
      : t('concepts.values.microBatch', {
          batch: formatInteger(lastBatchId),
          took: formatDuration(batchDurationMs),
        }),
  ),
  at('checkpoint', '/pipeline', 'pipeline', ({ streaming }) =>
    say('checkpoint', streaming.lastBatchId),
  ),
  at('medallion', '/data', 'data', (overview) =>
    overview.tables.length === 0
      ? null
      : t('concepts.values.medallion', {
          bronze: formatInteger(greatest(overview, 'bronze', 'rows')),
          silver: formatInteger(greatest(overview, 'silver', 'rows')),
          gold: formatInteger(greatest(overview, 'gold', 'rows')),
        }),
  ),
  at('schema', '/quality', 'quality', (overview) =>
    say('schema', rowsOf(overview, 'quality.rejected_records')),
  ),
  at('deadLetterQueue', '/kafka/dlq', 'kafka', (overview) =>
    say('deadLetterQueue', rowsOf(overview, 'quality.rejected_records')),
  ),
  at('exactlyOnce', '/quality', 'quality', (overview) =>
    say('exactlyOnce', rowsOf(overview, 'quality.duplicates')),
  ),
  at(
    'eventTime',
    '/pipeline',
    'pipeline',
    ({ streaming: { latencyMs } }) =>
      latencyMs && t('concepts.values.eventTime', { took: formatDuration(latencyMs.p50) }),
  ),
  at('watermark', '/quality', 'quality', ({ streaming }) =>
    // Counted by this run, from its first batch on.
    streaming.lastBatchId === null ? null : say('watermark', streaming.rows.late),
  ),
  at('outputMode', '/data', 'data', (overview) =>
    say('outputMode', layerOf(overview, 'silver').length || null),
  ),
  at('acid', '/data', 'data', (overview) =>
    say('acid', greatest(overview, 'silver', 'tableVersion')),
  ),
  at('timeTravel', '/dashboard', 'dashboard', (overview) =>
    say('timeTravel', greatest(overview, 'silver', 'tableVersion')),
  ),
];
