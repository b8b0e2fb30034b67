import { createHash } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeUnderTest } from '../place-under-test';
import { askCheck } from '../check';
import { judgeTopics } from './topics';

let under: Awaited<ReturnType<typeof placeUnderTest>>;
beforeEach(async () => (under = await placeUnderTest()));
afterEach(() => under.close());

describe('jar files', () => {
  const jars = { 'kafka.jar': 'kafka', 'log4j.jar': 'log' };
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  beforeEach(() => {
    const files = Object.entries(jars).map(([name, text]) => {
      under.write(`jars/broker/${name}`, text);
      return { name, sizeBytes: text.length, sha256: sha256(text) };
    });
    under.write('jars/broker.manifest.json', JSON.stringify({ files }));
  });

  it('passes what is as the set-up noted it', async () => {
    expect(await under.ask('brokerFiles')).toMatchObject({
      result: 'passed',
      answer: '2 files as noted by the set-up',
    });
  });

  it.each([
    [
      'a damaged file',
      () => under.write('jars/broker/kafka.jar', 'kofka'),
      /kafka\.jar is damaged/,
    ],
    ['a cut file', () => under.write('jars/broker/kafka.jar', 'kaf'), /has 3 bytes instead of 5/],
    ['a file too many', () => under.write('jars/broker/evil.jar', ''), /evil\.jar does not belong/],
    [
      'a missing file',
      () => rmSync(join(under.place.jarsFolder, 'broker', 'log4j.jar')),
      /log4j\.jar is missing/,
    ],
  ])('fails on %s and says which', async (_, harm, answer) => {
    harm();
    expect(await under.ask('brokerFiles')).toMatchObject({
      result: 'failed',
      answer: expect.stringMatching(answer),
      remedy: expect.stringContaining('npm run setup'),
    });
  });

  it('warns where there is no list to compare with', async () => {
    expect(await under.ask('sparkFiles')).toMatchObject({ result: 'warning' });
    expect(await under.ask('deltaFiles')).toMatchObject({ result: 'warning' });
  });
});

describe('tables', () => {
  const table = 'bronze.ventes_stream';
  let file: string;
  beforeEach(async () => {
    under.testLake.create(table, { id: 'integer' });
    const rows = 'SELECT 1::INTEGER AS id';
    const { path } = await under.testLake.append(table, { rows, transaction: ['query-1', 0] });
    file = join(under.testLake.tableFolder(table), path);
  });

  it('passes whole tables', async () => {
    expect(await under.ask('tables')).toMatchObject({
      result: 'passed',
      answer: '1 tables, 1 files',
    });
  });

  it('fails on a data file that is gone or cut, and names it', async () => {
    writeFileSync(file, '');
    expect((await under.ask('tables')).answer).toMatch(
      /part-1\.parquet has 0 bytes instead of \d+/,
    );
    rmSync(file);
    expect(await under.ask('tables')).toMatchObject({
      result: 'failed',
      answer: `${table}: ${file} is missing.`,
    });
  });

  it('fails on a torn newest commit', async () => {
    writeFileSync(under.testLake.logFile(table, '00000000000000000002.json'), '{"add":');
    expect(await under.ask('tables')).toMatchObject({
      result: 'failed',
      answer: `The commit 2 of ${table} is torn.`,
    });
  });

  it('says that there is nothing to check in a new folder', async () => {
    rmSync(under.place.paths.delta, { recursive: true });
    expect(await under.ask('tables')).toMatchObject({ result: 'notRun', remedy: null });
  });

  it.each([
    ['its own', { metadata: '{"id":"query-1"}' }, 'passed'],
    ['a foreign', { metadata: '{"id":"query-2"}' }, 'failed'],
    ['no', {}, 'warning'],
    ['a new one after a reset', { metadata: '{"id":"q"}', 'reset.json': '{}' }, 'passed'],
    ['an unreadable', { metadata: '{' }, 'failed'],
  ])('judges a table with %s checkpoint', async (_, files, result) => {
    for (const [name, text] of Object.entries(files))
      under.write(`checkpoints/sales/${name}`, text);
    expect((await under.ask('checkpoints')).result).toBe(result);
  });

  it('judges the checkpoints of all packs, and tells of the worst', async () => {
    under.write('checkpoints/sales/metadata', '{"id":"query-1"}');
    under.write('checkpoints/orders/metadata', '{"id":"query-9"}');
    const packs = [under.place.packs[0], under.packOf('orders')] as const;
    expect((await under.ask('checkpoints', { packs })).result).toBe('passed');
    under.write('checkpoints/orders/commits/7', '');
    expect(await under.ask('checkpoints', { packs })).toMatchObject({
      result: 'failed',
      answer: 'The checkpoint has batch 7, but bronze.order_events is empty.',
    });
  });

  it('fails on a checkpoint whose tables are gone', async () => {
    rmSync(under.place.paths.delta, { recursive: true });
    under.write('checkpoints/sales/metadata', '{"id":"query-1"}');
    expect((await under.ask('checkpoints')).result).toBe('passed');
    under.write('checkpoints/sales/commits/7', '');
    expect(await under.ask('checkpoints')).toMatchObject({
      result: 'failed',
      answer: `The checkpoint has batch 7, but ${table} is empty.`,
    });
  });
});

describe('engine and broker', () => {
  it('asks DuckDB a sum', async () => {
    expect(await under.ask('duckDb')).toMatchObject({
      result: 'passed',
      answer: expect.stringMatching(/^DuckDB v\d/),
    });
  });

  it.each(['brokerAnswers', 'topics'] as const)('%s is not run without a broker', async (id) => {
    expect(await under.ask(id)).toMatchObject({
      result: 'notRun',
      answer: 'The broker does not run.',
    });
  });

  it.each(['brokerAnswers', 'topics'] as const)('%s fails when nobody answers', async (id) => {
    under.write('kafka/storage/meta.properties', 'cluster.id=ours\n');
    expect(existsSync(under.place.paths.kafka)).toBe(true);
    const found = await under.ask(id, { bootstrapServers: '127.0.0.1:1' });
    expect(found).toMatchObject({
      result: 'failed',
      answer: 'The Kafka broker does not answer. No answer from 127.0.0.1:1.',
    });
  });

  it.each([
    [0, 0, 'failed'],
    [2, 0, 'warning'],
    [3, 1, 'failed'],
    [3, 0, 'passed'],
  ])(
    'judges a topic of 3 with %i partitions, %i without leader',
    (partitions, leaderless, result) => {
      const found = [{ topic: 'sold', partitions, leaderless }];
      expect(judgeTopics(found, { sold: 3 }).result).toBe(result);
    },
  );

  it('offers a restart of the broker for what it mends alone: not for a number of partitions', async () => {
    const found = (partitions: number, leaderless: number) =>
      askCheck(
        {
          id: 'topics',
          question: '?',
          ask: async () => judgeTopics([{ topic: 'sold', partitions, leaderless }], { sold: 3 }),
        },
        under.place,
      );
    expect((await found(0, 0)).action).toBe('restartBroker');
    expect((await found(3, 1)).action).toBe('restartBroker');
    const wrongCount = await found(2, 0);
    expect(wrongCount.action).toBeNull();
    expect(wrongCount.remedy).toContain('kafka.partitions to 2');
    expect(wrongCount.remedy).not.toContain('restart');
  });
});
