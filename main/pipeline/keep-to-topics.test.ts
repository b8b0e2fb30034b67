import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StreamPack } from '../contract/stream-pack';
import { shippedFolders } from '../settings/installation';
import { loadPacks } from '../settings/load-pack';
import { dataPaths, type DataPaths } from '../settings/paths';
import { keepToTopics, renamedTopics } from './keep-to-topics';

const { resourcesFolder } = shippedFolders();
const [sales, orders] = loadPacks(resourcesFolder, ['sales', 'orders']).map(({ pack }) => pack) as [
  StreamPack,
  StreamPack,
];
const called = (pack: StreamPack, name: string) => ({ ...pack, topic: { ...pack.topic, name } });
let paths: DataPaths;
beforeEach(() => (paths = dataPaths(mkdtempSync(join(tmpdir(), 'deltadesk-topics-')))));
afterEach(() => rmSync(paths.dataFolder, { recursive: true }));

const keepTo = (...packs: StreamPack[]) => keepToTopics(resourcesFolder, paths, packs);
const refused = (setting: string, reason: string) => ({
  failure: { code: 'SETTING_INVALID', facts: { setting, reason: expect.stringContaining(reason) } },
});

it('the first start chooses the topic, and later ones keep to it', async () => {
  await keepTo(called(sales, 'shop'), orders);
  await keepTo(called(sales, 'shop'), orders);
  await expect(keepTo(sales)).rejects.toMatchObject(refused('packs.sales.topic', 'topic shop'));
  await expect(keepTo(called(orders, 'bills'))).rejects.toMatchObject(
    refused('packs.orders.topic', 'topic order-events'),
  );
});

it.each([() => paths.checkpoint('sales'), () => paths.producerRecord('sales')])(
  'a pack that was at work before topics could be chosen has its own',
  async (folderOf) => {
    mkdirSync(folderOf(), { recursive: true });
    const reason = 'topic ventes_stream';
    await expect(keepTo(called(sales, 'shop'))).rejects.toMatchObject(
      refused('packs.sales.topic', reason),
    );
    await keepTo(sales);
    await expect(keepTo(called(sales, 'shop'))).rejects.toMatchObject(
      refused('packs.sales.topic', reason),
    );
  },
);

it('the job is told of topics that packs do not name themselves', () => {
  const renamed = [called(sales, 'shop'), orders];
  expect(renamedTopics(resourcesFolder, renamed)).toEqual([['sales', 'shop']]);
});

it('after everything of the pack was reset another topic can be chosen', async () => {
  await keepTo(sales);
  rmSync(paths.producerRecords, { recursive: true });
  await keepTo(called(sales, 'shop'));
});

it('two packs have two topics, and the dead-letter queue its own; nothing is noted then', async () => {
  const name = sales.topic.name;
  await expect(keepTo(sales, called(orders, name))).rejects.toMatchObject(
    refused('packs.orders.topic', 'sales has this topic'),
  );
  await expect(keepTo(called(sales, 'dead-letter-queue'))).rejects.toMatchObject(
    refused('packs.sales.topic', 'dead-letter-queue has this topic'),
  );
  await keepTo(called(sales, 'shop'), orders);
});
