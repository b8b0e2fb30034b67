import type { ProducerStatus } from '../contract/kafka';
import type { ComponentHealth, ServiceStatus } from '../contract/service';
import type { StreamingStatus } from '../contract/streaming';
import type { TableSummary } from '../contract/delta';

type Component = ComponentHealth['component'];

function proof(
  component: Component,
  health: ComponentHealth['health'],
  question: string,
  answer: string,
  atMs: number | null,
): ComponentHealth {
  return { component, health, question, answer, atMs };
}

/** A producer is healthy while what it sent is acknowledged. */
export function checkProducer(status: ProducerStatus, nowMs: number): ComponentHealth {
  const question = 'Are sends acknowledged?';
  if (status.state === 'stopped') {
    return proof('producer', 'unknown', question, 'not running', nowMs);
  }
  const waiting = status.produced - status.acknowledged;
  const tries = status.failed === 0 ? '' : `, ${status.failed} failed tries`;
  const paused = status.state === 'paused' ? 'paused, ' : '';
  const answer = `${paused}${status.acknowledged} of ${status.produced} acknowledged${tries}`;
  return proof('producer', waiting > 500 ? 'degraded' : 'healthy', question, answer, nowMs);
}

/** The job's process: its supervisor knows it first-hand. */
export function checkStreamingJob(status: ServiceStatus, nowMs: number): ComponentHealth {
  const question = 'Is the process alive?';
  if (status.state === 'running') {
    return proof('streamingJob', 'healthy', question, 'process alive', nowMs);
  }
  const isRestarting = status.state === 'starting' && status.attempt > 1;
  const isBroken = isRestarting || status.state === 'backingOff' || status.state === 'failed';
  const answer = isRestarting ? `restarting, attempt ${status.attempt}` : status.state;
  return proof('streamingJob', isBroken ? 'degraded' : 'unknown', question, answer, nowMs);
}

/** The query reports at least every 10 s, idle or not; silence for 30 s is a fault. */
export function checkQuery(status: StreamingStatus, nowMs: number): ComponentHealth {
  const question = 'When did the query report?';
  const atMs = status.lastReportAtMs;
  if (atMs === null) return proof('query', 'unknown', question, 'not yet', null);
  const batch = status.lastBatchId === null ? 'no batch yet' : `batch ${status.lastBatchId}`;
  const isSilent = nowMs - atMs > 30_000;
  const answer = isSilent ? `silent for ${Math.round((nowMs - atMs) / 1000)} s, ${batch}` : batch;
  return proof('query', isSilent ? 'degraded' : 'healthy', question, answer, atMs);
}

/** The tables: the newest commit that was read from disk. */
export function checkTables(tables: readonly TableSummary[]): ComponentHealth {
  const question = 'What is the newest commit on disk?';
  const newest = [...tables].sort((a, b) => b.committedAtMs - a.committedAtMs)[0];
  if (!newest) return proof('tables', 'unknown', question, 'no table yet', null);
  const answer = `${newest.table} version ${newest.tableVersion}, ${tables.length} tables`;
  return proof('tables', 'healthy', question, answer, newest.committedAtMs);
}
