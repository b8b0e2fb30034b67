import { describe, expect, it } from 'vitest';
import { readChosenTopic, withTopic } from './chosen-topic';
import { shippedFolders } from './installation';
import { loadPack } from './load-pack';
import { openSettings } from './open-settings';

const { resourcesFolder } = shippedFolders();
const sales = loadPack(resourcesFolder, 'sales');
const chosenBy = async (...flags: string[]) =>
  withTopic(readChosenTopic(await openSettings(resourcesFolder, 'none', flags)))(sales);

describe('a chosen topic', () => {
  it('has the partitions and the retention that were chosen', async () => {
    const { pack } = await chosenBy('kafka.partitions=6', 'kafka.retentionHours=24');
    const topic = { ...sales.pack.topic, partitions: 6, retentionMs: 86_400_000 };
    expect(pack).toEqual({ ...sales.pack, topic });
  });

  it('is what the pack says where nothing was chosen', async () => {
    expect(await chosenBy()).toEqual(sales);
  });

  it.each(['kafka.partitions=21', 'kafka.partitions=0', 'kafka.retentionHours=8761'])(
    'cannot be %s',
    async (flag) => {
      await expect(chosenBy(flag)).rejects.toMatchObject({ failure: { code: 'SETTING_INVALID' } });
    },
  );
});
