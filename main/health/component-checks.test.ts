import { describe, expect, it } from 'vitest';
import { failed } from '../contract/failure';
import type { ProducerStatus } from '../contract/kafka';
import { StreamingState } from '../streaming/streaming-state';
import {
  checkOtherQueries,
  checkProducer,
  checkQuery,
  checkStreamingJob,
  checkTables,
} from './component-checks';
import { worstComponent } from './overall-health';

const producer: ProducerStatus = {
  state: 'running',
  ratePerSecond: 1,
  sentPerSecond: 1,
  produced: 700,
  acknowledged: 699,
  repeatedSends: 0,
  failed: 0,
  lastRecord: null,
};

describe('component checks', () => {
  it('a producer is healthy while its sends are acknowledged', () => {
    expect(checkProducer(producer, 1)).toMatchObject({ health: 'healthy', atMs: 1 });
    expect(checkProducer({ ...producer, acknowledged: 100, failed: 3 }, 1)).toMatchObject({
      health: 'degraded',
      answer: '100 of 700 acknowledged, 3 failed tries',
    });
    expect(checkProducer({ ...producer, state: 'stopped' }, 1).health).toBe('unknown');
  });

  it('a job that is being restarted is degraded, a stopped one unknown', () => {
    const { failure } = failed('SERVICE_EXITED', { service: 'broker', exitCode: 1, signal: null });
    const of = (status: Parameters<typeof checkStreamingJob>[0]) =>
      checkStreamingJob(status, 1).health;
    expect(of({ state: 'running', pid: 1, sinceMs: 0 })).toBe('healthy');
    expect(of({ state: 'backingOff', attempt: 1, untilMs: 2, failure })).toBe('degraded');
    expect(of({ state: 'failed', failure })).toBe('degraded');
    expect(of({ state: 'starting', attempt: 2, sinceMs: 0 })).toBe('degraded');
    expect(of({ state: 'starting', attempt: 1, sinceMs: 0 })).toBe('unknown');
    expect(of({ state: 'stopped' })).toBe('unknown');
  });

  it('a query that is silent for more than 30 s is degraded', () => {
    const state = new StreamingState();
    expect(checkQuery(state.read(0), 0)).toMatchObject({ health: 'unknown', atMs: null });
    state.apply({ kind: 'idle', atMs: 1_000, pack: 'p', endOffsets: {} });
    expect(checkQuery(state.read(31_000), 31_000).health).toBe('healthy');
    expect(checkQuery(state.read(31_001), 31_001)).toMatchObject({
      health: 'degraded',
      answer: 'silent for 30 s, no batch yet',
    });
  });

  it('a query that has failed is degraded, also that of another pack', () => {
    const state = new StreamingState();
    const wellStatus = new StreamingState().read(0);
    state.apply({
      ...{ kind: 'failed', atMs: 1_000, pack: 'orders', code: 'STREAMING_QUERY_FAILED' },
      ...{ message: 'The disk is full.', next: 'nothing', retryInMs: null },
    });
    const status = state.read(1_500);
    const told = { component: 'query', health: 'degraded', atMs: 1_000 };
    expect(checkQuery(status, 1_500)).toMatchObject({ ...told, answer: 'The disk is full.' });
    const others = [
      { pack: 'clickstream', status: wellStatus },
      { pack: 'orders', status },
    ];
    expect(checkOtherQueries(others)).toMatchObject({
      ...told,
      answer: 'orders: The disk is full.',
    });
    expect(checkOtherQueries(others.slice(0, 1))).toBeNull();
  });

  it('the tables answer with their newest commit', () => {
    const summary = { rows: 1, liveFiles: 1, sizeBytes: 1, tableVersion: 3 };
    const tables = [
      { ...summary, table: 'bronze.a', committedAtMs: 5 },
      { ...summary, table: 'silver.b', committedAtMs: 9 },
    ];
    expect(checkTables(tables)).toMatchObject({ atMs: 9, answer: 'silver.b version 3, 2 tables' });
    expect(checkTables([]).health).toBe('unknown');
  });

  it('overall health is that of the worst part', () => {
    const healthy = checkStreamingJob({ state: 'running', pid: 1, sinceMs: 0 }, 1);
    const degraded = checkProducer({ ...producer, acknowledged: 0 }, 1);
    expect(worstComponent([healthy, degraded, healthy])).toBe(degraded);
    expect(worstComponent([healthy])).toBeNull();
  });
});
