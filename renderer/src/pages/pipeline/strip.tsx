import type { TopicLag } from '../../../../main/contract/kafka';
import { Figure, Tile } from '../../components/tile';
import { formatInteger, formatRate } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { messages } from '../../messages';
import { useStores } from '../../state/stores';
import { LayerRows } from './layer-rows';
import { RateControl } from './rate-control';

const text = messages.strip;

/** The pipeline's own figures: how far behind, how slow, how much, how fast. */
export function Strip() {
  return (
    <div className="strip" role="group" aria-label={text.label}>
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
    <Tile title={text.lag} note={describeLag(lag)}>
      <Figure value={formatInteger(lag?.lag ?? null)} unit={text.lagUnit} testId="lag" />
    </Tile>
  );
}

/** The age of the oldest unread record, in words. */
export function describeLag(lag: TopicLag | null): string {
  if (lag?.lag === 0) return text.lagNothing;
  if (!lag || lag.lagSeconds === null) return text.lagUnknown;
  return text.lagSeconds(formatDuration(lag.lagSeconds * 1000));
}

function LatencyTile() {
  const latency = useStores('overview', (state) => state.overview?.streaming.latencyMs ?? null);
  return (
    <Tile title={text.latency} note={text.latencyNote}>
      <Figure
        name={text.median}
        value={formatDuration(latency?.p50 ?? null)}
        testId="latency-p50"
      />
      <Figure
        name={text.slowest}
        value={formatDuration(latency?.p95 ?? null)}
        testId="latency-p95"
      />
    </Tile>
  );
}

function RowsTile() {
  const tables = useStores('overview', (state) => state.overview?.tables);
  return (
    <Tile title={text.rows} className="tile-rows">
      {tables && tables.length > 0 ? (
        <LayerRows tables={tables} />
      ) : (
        <p className="tile-empty">{text.rowsNone}</p>
      )}
    </Tile>
  );
}

function ProducerTile() {
  const producer = useStores('overview', (state) => state.overview?.producer ?? null);
  const setRate = useStores('overview', (state) => state.setProducerRate);
  const counts = text.producedAcknowledged(
    formatInteger(producer?.produced ?? null),
    formatInteger(producer?.acknowledged ?? null),
  );
  const failures = producer?.failed ? `, ${text.sendFailures(formatInteger(producer.failed))}` : '';
  return (
    <Tile title={text.producer} note={counts + failures} className="tile-producer">
      <Figure
        value={formatRate(producer && producer.state !== 'stopped' ? producer.sentPerSecond : null)}
        unit={text.sentPerSecond}
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
