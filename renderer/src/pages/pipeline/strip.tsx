import type { TopicLag } from '../../../../main/contract/kafka';
import { Figure, Tile } from '../../components/tile';
import { formatInteger, formatRate } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { LayerRows } from './layer-rows';
import { RateControl } from './rate-control';

/** The pipeline's own figures: how far behind, how slow, how much, how fast. */
export function Strip() {
  return (
    <div className="strip" role="group" aria-label={t('strip.label')}>
      <LagTile />
      <LatencyTile />
      <RowsTile />
      <ProducerTile />
    </div>
  );
}

function LagTile() {
  const lag = useStores('overview', (state) => state.overview?.lag ?? null);
  return (
    <Tile learn="offset" title={t('strip.lag')} note={describeLag(lag)}>
      <Figure value={formatInteger(lag?.lag ?? null)} unit={t('strip.lagUnit')} testId="lag" />
    </Tile>
  );
}

/** The age of the oldest unread record, in words. */
export function describeLag(lag: TopicLag | null): string {
  if (lag?.lag === 0) return t('strip.lagNothing');
  if (!lag || lag.lagSeconds === null) return t('strip.lagUnknown');
  return t('strip.lagSeconds', { age: formatDuration(lag.lagSeconds * 1000) });
}

function LatencyTile() {
  const latency = useStores('overview', (state) => state.overview?.streaming.latencyMs ?? null);
  return (
    <Tile learn="microBatch" title={t('strip.latency')} note={t('strip.latencyNote')}>
      <Figure
        name={t('strip.median')}
        value={formatDuration(latency?.p50 ?? null)}
        testId="latency-p50"
      />
      <Figure
        name={t('strip.slowest')}
        value={formatDuration(latency?.p95 ?? null)}
        testId="latency-p95"
      />
    </Tile>
  );
}

function RowsTile() {
  const tables = useStores('overview', (state) => state.overview?.tables);
  return (
    <Tile learn="medallion" title={t('strip.rows')} className="tile-rows">
      {tables && tables.length > 0 ? (
        <LayerRows tables={tables} />
      ) : (
        <p className="tile-empty">{t('strip.rowsNone')}</p>
      )}
    </Tile>
  );
}

function ProducerTile() {
  const producer = useStores('overview', (state) => state.overview?.producer ?? null);
  const setRate = useStores('overview', (state) => state.setProducerRate);
  const counts = t('strip.producedAcknowledged', {
    produced: formatInteger(producer?.produced ?? null),
    acknowledged: formatInteger(producer?.acknowledged ?? null),
  });
  const failures = producer?.failed
    ? `, ${t('strip.sendFailures', { failures: formatInteger(producer.failed) })}`
    : '';
  return (
    <Tile title={t('strip.producer')} note={counts + failures} className="tile-producer">
      <Figure
        value={formatRate(producer && producer.state !== 'stopped' ? producer.sentPerSecond : null)}
        unit={t('strip.sentPerSecond')}
        testId="sent-per-second"
      />
      {producer && (
        <RateControl
          ratePerSecond={producer.ratePerSecond}
          isEnabled={producer.state === 'running'}
          onChange={setRate}
        />
      )}
    </Tile>
  );
}
