import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilProcessed } from '../../../main/pipeline/until-processed';
import { rootFolder } from '../../../main/settings/installation';
import { loadPack } from '../../../main/settings/load-pack';
import { dataPaths } from '../../../main/settings/paths';
import { TableReading } from '../../../main/reading/table-reading';
import { TestCenter, until } from '../../../main/test-center';
import { proveFigures } from './prove-figures';

const events = 1_500;
let test: TestCenter;
const opened: TableReading[] = [];

/** Tables of both packs, written by the real job; the pipeline is stopped again. */
beforeAll(async () => {
  test = await TestCenter.create({
    pack: 'sales',
    alongside: ['orders'],
    // By itself the pack of orders waits half a minute from one batch to the next.
    set: ['streaming.triggerIntervalMs=200'],
    producer: { ratePerSecond: events, seed: 1, count: events },
  });
  const { parts } = test;
  await test.start();
  const orders = parts.alongside[0]!;
  orders.producer.setRate(events);
  await until(() => parts.producer.isComplete);
  await until(() => orders.producer.read().acknowledged >= events);
  await orders.producer.stop();
  for (const pack of [parts, { ...parts, ...orders }]) {
    await untilProcessed(pack, { deadlineMs: 120_000 });
  }
  for (const pack of ['sales', 'orders']) {
    expect(await parts.verify(pack)).toMatchObject({ ok: true, brokerChecked: true });
  }
  await parts.pipeline.stop();
}, 400_000);
afterAll(async () => {
  for (const reading of opened) await reading.close();
  await test?.close();
});

async function read(name: string): Promise<TableReading> {
  const { pack, folder: packFolder } = loadPack(join(rootFolder, 'resources'), name);
  const reading = await TableReading.open({ paths: dataPaths(test.dataFolder), pack, packFolder });
  opened.push(reading);
  return reading;
}

describe.each([
  ['sales', 60, { country: 'FR,DE', category: 'Livres', range: '24h' }],
  ['orders', 20, { region: 'us-east,eu-west', range: '24h' }],
] as const)('the dashboard of %s', (pack, fewest, filters) => {
  it.each([
    ['as it opens', {}],
    ['filtered', filters],
    ['at an earlier version', { version: '1' }],
    [
      'in a range of one’s own',
      { range: 'custom', from: '2026-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' },
    ],
  ])('shows %s no figure that its SQL does not return', async (how, address) => {
    const proof = await proveFigures(await read(pack), pack, address);
    expect(proof.differences).toEqual([]);
    expect(proof.panels).toBeGreaterThan(5);
    if (how === 'as it opens') expect(proof.figures).toBeGreaterThan(fewest);
  });
});
