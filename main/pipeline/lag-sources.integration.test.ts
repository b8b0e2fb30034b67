import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeLagAgreement, lagAgreement } from '../contract/lag-agreement';
import { kafkaClient } from '../kafka/kafka-client';
import { TestCenter } from '../test-center';

let test: TestCenter;
beforeAll(async () => {
  test = await TestCenter.create({ producer: { ratePerSecond: 200, seed: 7, count: 600 } });
});
afterAll(() => test?.close());

const readLag = () => test.ask('lag.read', {});

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
  const producer = kafkaClient(test.parts.brokerWatch.bootstrapServers!).producer();
  await producer.connect();
  const messages = Array.from({ length: count }, () => ({ partition: 0, value: 'not an event' }));
  await producer.send({ topic, acks: -1, messages });
  await producer.disconnect();
}

describe('the lag by the broker and by the query itself', () => {
  it('is 0 by both when nothing comes, differs while the job is held, and agrees again', async () => {
    await test.start();
    await vi.waitFor(() => expect(test.parts.producer.isComplete).toBe(true), 60_000);
    await bothAreZero();

    const pid = test.pidOf('streamingJob');
    const before = (await readLag()).queryReportedAtMs!;
    process.kill(pid, 'SIGSTOP');
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
      process.kill(pid, 'SIGCONT');
    }
    await bothAreZero();
    expect((await readLag()).queryReportedAtMs).toBeGreaterThan(before);
    const overview = await test.ask('overview.read', {});
    expect(overview).toMatchObject({ lag: { lag: 0, queryLag: 0 } });
  });
});
