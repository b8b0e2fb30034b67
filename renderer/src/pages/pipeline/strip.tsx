import type { LatencyBudget } from '../../../../main/contract/latency-budget';
import type { TopicLag } from '../../../../main/contract/kafka';
import { Figure } from '../../components/tile';
import { formatInteger, formatRate } from '../../format/numbers';
import { formatAge, formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { LedgerTile } from './ledger-tile';
import { StripTile } from './strip-tile';

/** The pipeline's own figures: how far behind, how slow, how fast, how fresh, and whether it agrees. */
export function Strip({ budget }: { budget: LatencyBudget | null }) {
  return (
    <div className="strip" role="group" aria-label={t('strip.label')}>
      <LagTile />
      <BronzeTile budget={budget} />
      <ThroughputTile />
      <FreshnessTile />
      <LedgerTile />
    </div>
  );
}

function LagTile() {
  const lag = useStores('overview', (state) => state.overview?.lag ?? null);
  const own =
    lag === null || lag.queryLag === null
      ? ''
      : ` · ${t('strip.queryLag', { lag: formatInteger(lag.queryLag) })}`;
  return (
    <StripTile
      learn="offset"
      title={t('strip.lag')}
      href={lag === null ? '/kafka' : `/kafka/topics/${encodeURIComponent(lag.topic)}`}
      note={describeLag(lag) + own}
    >
      <Figure value={formatInteger(lag?.lag ?? null)} unit={t('strip.lagUnit')} testId="lag" />
    </StripTile>
  );
}

/** The age of the oldest unread record, in words. */
export function describeLag(lag: TopicLag | null): string {
  if (lag?.lag === 0) return t('strip.lagNothing');
  if (!lag || lag.lagSeconds === null) return t('strip.lagUnknown');
  return t('strip.lagSeconds', { age: formatDuration(lag.lagSeconds * 1000) });
}

/** The promise of the product: half of the way is broker to Bronze, and it has a line. */
function BronzeTile({ budget }: { budget: LatencyBudget | null }) {
  const bronze = budget?.hops.bronze ?? null;
  const isOver = bronze !== null && bronze.p95 > budget!.bronzeLimitMs;
  const limit = formatDuration(budget?.bronzeLimitMs ?? null);
  const note =
    bronze === null
      ? t('strip.bronzeNone')
      : t(isOver ? 'strip.bronzeAbove' : 'strip.bronzeWithin', { limit });
  return (
    <StripTile
      learn="microBatch"
      title={t('strip.bronze')}
      href="/pipeline?show=budget"
      note={note}
      isOver={isOver}
    >
      <Figure
        name={t('strip.bronzeP95')}
        value={formatDuration(bronze?.p95 ?? null)}
        testId="bronze-p95"
      />
    </StripTile>
  );
}

function ThroughputTile() {
  const input = useStores('overview', (state) => state.overview?.streaming.inputRowsPerSecond);
  const processed = useStores(
    'overview',
    (state) => state.overview?.streaming.processedRowsPerSecond,
  );
  return (
    <StripTile
      title={t('strip.throughput')}
      href="/pipeline?show=batches&view=throughput"
      note={t('strip.throughputNote')}
    >
      <Figure name={t('strip.input')} value={formatRate(input ?? null)} testId="input-rate" />
      <Figure
        name={t('strip.processed')}
        value={formatRate(processed ?? null)}
        testId="processed-rate"
      />
    </StripTile>
  );
}

/** Of all tables the one that was written last. */
function FreshnessTile() {
  const newest = useStores('overview', (state) =>
    (state.overview?.tables ?? []).reduce<{
      table: string;
      tableVersion: number;
      committedAtMs: number;
    } | null>((best, one) => (one.committedAtMs > (best?.committedAtMs ?? 0) ? one : best), null),
  );
  const nowMs = useNowMs();
  const note = newest
    ? t('strip.freshnessNote', {
        table: newest.table,
        version: formatInteger(newest.tableVersion),
      })
    : t('strip.freshnessNone');
  const path = newest ? newest.table.replace('.', '/') : null;
  return (
    <StripTile
      title={t('strip.freshness')}
      href={path === null ? '/data' : `/data/${path}?tab=history`}
      note={note}
    >
      <Figure value={formatAge(newest?.committedAtMs ?? null, nowMs)} testId="newest-age" />
    </StripTile>
  );
}
