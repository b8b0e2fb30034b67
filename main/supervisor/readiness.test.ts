import { describe, expect, it } from 'vitest';
import { failed } from '../contract/failure';
import { waitUntilReady } from './readiness';
import type { ReadinessProbe } from './service-spec';

const foreign = { bootstrapServers: null, expected: null, found: 'another' };

const never = new AbortController().signal;
type Changes = Partial<Parameters<typeof waitUntilReady>[1]>;
const wait = (probe: ReadinessProbe, changes: Changes = {}) =>
  waitUntilReady(probe, { deadlineMs: 10_000, intervalMs: 1, signal: never, ...changes });

describe('waitUntilReady', () => {
  it('asks until the probe resolves', async () => {
    let asked = 0;
    const readiness = await wait(async () => {
      asked += 1;
      if (asked < 4) throw new Error('not yet');
    });
    expect(readiness).toEqual({ kind: 'ready' });
    expect(asked).toBe(4);
  });

  it('is late at the deadline, with what the probe said last', async () => {
    let asked = 0;
    const probe = () => Promise.reject(new Error(`refused ${(asked += 1)} times`));
    const readiness = await wait(probe, { deadlineMs: 30 });
    expect(readiness).toEqual({ kind: 'late', reason: `refused ${asked} times` });
    expect(asked).toBeGreaterThan(1);
  });

  it('is not late while the service tells of work on the way', async () => {
    const startMs = Date.now();
    let asked = 0;
    const probe: ReadinessProbe = async () => {
      asked += 1;
      if (Date.now() - startMs < 300) throw new Error('still reading');
    };
    expect(await wait(probe, { deadlineMs: 100, workedAtMs: () => Date.now() })).toEqual({
      kind: 'ready',
    });
    expect(asked).toBeGreaterThan(1);
    const readiness = await wait(() => Promise.reject(new Error('silent')), {
      ...{ deadlineMs: 30, workedAtMs: () => startMs },
    });
    expect(readiness).toEqual({ kind: 'late', reason: 'silent' });
  });

  it('is late also when the probe never answers, and tells it to end', async () => {
    let told: AbortSignal | null = null;
    const probe: ReadinessProbe = (signal) => {
      told = signal;
      return new Promise(() => undefined);
    };
    expect(await wait(probe, { deadlineMs: 30 })).toEqual({
      kind: 'late',
      reason: 'no answer yet',
    });
    expect(told).toMatchObject({ aborted: true });
  });

  it('takes a probe that throws at once as one that refuses', async () => {
    const probe: ReadinessProbe = () => {
      throw new Error('no route');
    };
    expect(await wait(probe, { deadlineMs: 20 })).toEqual({ kind: 'late', reason: 'no route' });
  });

  it.each([
    ['a probe that answers', () => Promise.reject(new Error('not yet'))],
    ['a probe that never answers', () => new Promise<void>(() => undefined)],
  ])('ends by an abort with %s', async (_, probe) => {
    const abort = new AbortController();
    const readiness = wait(probe, { signal: abort.signal });
    abort.abort();
    expect(await readiness).toEqual({ kind: 'aborted' });
  });

  it('asks nothing when it was aborted before', async () => {
    let asked = 0;
    const probe = async () => void (asked += 1);
    expect(await wait(probe, { signal: AbortSignal.abort() })).toEqual({ kind: 'aborted' });
    expect(asked).toBe(0);
  });

  it('is hopeless at once by a failure that waiting does not mend', async () => {
    const { failure } = failed('KAFKA_CLUSTER_FOREIGN', foreign);
    const probe = () => Promise.reject(failed('KAFKA_CLUSTER_FOREIGN', foreign));
    expect(await wait(probe)).toEqual({ kind: 'hopeless', failure });
  });

  it('goes on asking after a failure that says "not ready"', async () => {
    let asked = 0;
    const readiness = await wait(async () => {
      asked += 1;
      if (asked === 1) throw failed('KAFKA_NOT_READY', { bootstrapServers: '127.0.0.1:1' });
    });
    expect(readiness).toEqual({ kind: 'ready' });
  });
});
