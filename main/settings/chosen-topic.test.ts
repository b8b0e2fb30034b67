import { describe, expect, it } from 'vitest';
import { readChosenTopic, withTopic } from './chosen-topic';
import { shippedFolders } from './installation';
import { loadChosenPack } from './load-chosen-packs';
import { loadPack } from './load-pack';
import { openSettings } from './open-settings';

const { resourcesFolder } = shippedFolders();
const sales = loadPack(resourcesFolder, 'sales');
const chosenBy = async (...flags: string[]) =>
  withTopic(readChosenTopic(await openSettings(resourcesFolder, 'none', flags)))(sales);

describe('a chosen topic', () => {
  it('has the name, the partitions and the retention that were chosen', async () => {
    const flags = ['packs.sales.topic=shop.sales', 'packs.orders.topic=bills'];
    const { pack } = await chosenBy(...flags, 'kafka.partitions=6', 'kafka.retentionHours=24');
    const chosen = { name: 'shop.sales', partitions: 6, retentionMs: 86_400_000 };
    const topic = { ...sales.pack.topic, ...chosen };
    expect(pack).toEqual({ ...sales.pack, topic });
  });

  it('is that of a pack which is read without running, with its other numbers', async () => {
    const flags = ['packs.sales.topic=shop', 'analytics.premiumThreshold=750'];
    const settings = await openSettings(resourcesFolder, 'none', [
      ...flags,
      'streaming.watermarkDelayMs=1000',
    ]);
    const { pack } = loadChosenPack(resourcesFolder, settings, 'sales');
    expect(pack.topic.name).toBe('shop');
    expect(pack.parameters['premiumThreshold']?.value).toBe(750);
    expect(pack.aggregates.at(-1)?.window?.watermarkDelayMs).toBe(1_000);
  });

  it('is what the pack says where nothing was chosen', async () => {
    expect(await chosenBy()).toEqual(sales);
  });

  it.each([
    'kafka.partitions=21',
    'kafka.partitions=0',
    'kafka.retentionHours=8761',
    'packs.sales.topic=my sales',
    'packs.sales.topic=__consumer_offsets',
    'packs.sales.topic=',
  ])('cannot be %s', async (flag) => {
    await expect(chosenBy(flag)).rejects.toMatchObject({ failure: { code: 'SETTING_INVALID' } });
  });
});
