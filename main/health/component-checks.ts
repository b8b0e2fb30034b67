import type { ProducerStatus } from '../contract/kafka';
import { sayProof as say } from '../contract/proof-sentences';
import type { ComponentHealth, ServiceStatus } from '../contract/service';
import type { StreamingStatus } from '../contract/streaming';
import type { TableSummary } from '../contract/delta';
import { proof } from './proof';

/** A producer is healthy while what it sent is acknowledged. */
export function checkProducer(status: ProducerStatus, nowMs: number): ComponentHealth {
  const question = say('askAcknowledged');
  const { state, produced, acknowledged, failed } = status;
  if (state === 'stopped')
    return proof('producer', 'unknown', { question, answer: say('notRunning') }, nowMs);
  const sends = { acknowledged, produced };
  const isPaused = state === 'paused';
  const answer =
    failed === 0
      ? say(isPaused ? 'paused' : 'acknowledged', sends)
      : say(isPaused ? 'pausedTries' : 'acknowledgedTries', { ...sends, failed });
  const health = produced - acknowledged > 500 ? 'degraded' : 'healthy';
  return proof('producer', health, { question, answer }, nowMs);
}

/** The job's process: its supervisor knows it first-hand. */
export function checkStreamingJob(status: ServiceStatus, nowMs: number): ComponentHealth {
  const question = say('askProcess');
  if (status.state === 'running')
    return proof('streamingJob', 'healthy', { question, answer: say('processAlive') }, nowMs);
  const isRestarting = status.state === 'starting' && status.attempt > 1;
  const isBroken = isRestarting || status.state === 'backingOff' || status.state === 'failed';
  const answer = isRestarting ? say('restarting', { attempt: status.attempt }) : say(status.state);
  return proof('streamingJob', isBroken ? 'degraded' : 'unknown', { question, answer }, nowMs);
}

/** The first of the packs beside the shown one whose query has failed; null when all run. */
export function checkOtherQueries(
  packs: readonly { readonly pack: string; readonly status: StreamingStatus }[],
): ComponentHealth | null {
  for (const { pack, status } of packs) {
    if (!status.failure) continue;
    const answer = say('asIs', { text: `${pack}: ${status.failure.message}` });
    const told = { question: say('askReport'), answer };
    return proof('query', 'degraded', told, status.lastReportAtMs);
  }
  return null;
}

/** The query reports at least every 10 s, idle or not; silence for 30 s is a fault. */
export function checkQuery(status: StreamingStatus, nowMs: number): ComponentHealth {
  const question = say('askReport');
  if (status.failure) {
    const answer = say('asIs', { text: status.failure.message });
    return proof('query', 'degraded', { question, answer }, status.lastReportAtMs);
  }
  const { lastReportAtMs: atMs, lastBatchId: batch } = status;
  if (atMs === null) return proof('query', 'unknown', { question, answer: say('notYet') }, null);
  const seconds = Math.round((nowMs - atMs) / 1000);
  const isSilent = nowMs - atMs > 30_000;
  const answer = isSilent
    ? batch === null
      ? say('silentNoBatch', { seconds })
      : say('silent', { seconds, batch })
    : batch === null
      ? say('noBatch')
      : say('batch', { batch });
  return proof('query', isSilent ? 'degraded' : 'healthy', { question, answer }, atMs);
}

/** The tables: the newest commit that was read from disk. */
export function checkTables(tables: readonly TableSummary[]): ComponentHealth {
  const question = say('askCommit');
  const newest = [...tables].sort((a, b) => b.committedAtMs - a.committedAtMs)[0];
  if (!newest) return proof('tables', 'unknown', { question, answer: say('noTable') }, null);
  const { table, tableVersion: version, committedAtMs } = newest;
  const answer = say('tables', { table, version, tables: tables.length });
  return proof('tables', 'healthy', { question, answer }, committedAtMs);
}
