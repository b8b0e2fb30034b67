import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TopicLag } from '../contract/kafka';
import { describeLagAgreement, lagAgreement } from '../contract/lag-agreement';
import { createControlCenter, type ControlCenter } from '../control-center';
import { kafkaClient } from '../kafka/kafka-client';
import { findInstallation } from '../settings/installation';

let dataFolder: string;
let center: ControlCenter;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-lag-'));
  center = await createControlCenter({
    dataFolder,
    installation: await findInstallation(),
    host: 'none',
    startPipeline: false,
    producer: { ratePerSecond: 200, seed: 7, count: 600 },
  });
});
afterAll(async () => {
  await center.shutdown();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function readLag(): Promise<TopicLag> {
  const answer = await center.api.invoke('lag.read', {});
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

const bothAreZero = () =>
  vi.waitFor(
    async () => {
      const lag = await readLag();
      expect(lag).toMatchObject({ lag: 0, queryLag: 0 });
      expect(lag.partitions.every((one) => lagAgreement(one).kind === 'agrees')).toBe(true);
    },
    { timeout: 90_000, interval: 200 },
  );

async function sendNonsense(topic: string, count: number): Promise<void> {
  const producer = kafkaClient(center.parts.brokerWatch.bootstrapServers!).producer();
  await producer.connect();
  const messages = Array.from({ length: count }, () => ({ partition: 0, value: 'not an event' }));
  await producer.send({ topic, acks: -1, messages });
  await producer.disconnect();
}

describe('the lag by the broker and by the query itself', () => {
  it('is 0 by both when nothing comes, differs while the job is held, and agrees again', async () => {
    await center.parts.pipeline.start();
    expect(center.parts.pipeline.phase).toMatchObject({ state: 'running', failure: null });
    await vi.waitFor(() => expect(center.parts.producer.isComplete).toBe(true), 60_000);
    await bothAreZero();

    const { status } = center.parts.streamingJob;
    if (status.state !== 'running') throw new Error(status.state);
    const before = (await readLag()).queryReportedAtMs!;
    process.kill(status.pid, 'SIGSTOP');
    try {
      await sendNonsense('ventes_stream', 30);
      const held = await readLag();
      expect(held).toMatchObject({ lag: 30, queryLag: 0 });
      expect(lagAgreement(held.partitions[0]!)).toEqual({
        kind: 'differs',
        differenceRecords: 30,
      });
      expect(describeLagAgreement(held)).toMatch(/a difference is normal/);
    } finally {
      process.kill(status.pid, 'SIGCONT');
    }
    await bothAreZero();
    expect((await readLag()).queryReportedAtMs).toBeGreaterThan(before);
    const overview = await center.api.invoke('overview.read', {});
    expect(overview).toMatchObject({ ok: true, value: { lag: { lag: 0, queryLag: 0 } } });
  });
});
