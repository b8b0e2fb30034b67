import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { streamingJobSpec } from '../streaming/streaming-job-spec';
import { usualJob } from './chosen-job';
import { readChosenStreaming, withStreaming } from './chosen-streaming';
import { shippedFolders } from './installation';
import { loadPack } from './load-pack';
import { openSettings } from './open-settings';
import { dataPaths } from './paths';

const { resourcesFolder } = shippedFolders();
const orders = loadPack(resourcesFolder, 'orders');
const chosenBy = async (...flags: string[]) =>
  readChosenStreaming(await openSettings(resourcesFolder, folder, flags));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-streaming-'));
  for (const part of ['spark', 'job']) mkdirSync(join(folder, part));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The job's arguments behind its main class. */
async function jobArguments(...flags: string[]) {
  const installation = {
    ...{ ...shippedFolders(), jarsFolder: folder, version: '1', javaEnvironment: {} },
    // Any program that is there: it is not run.
    java: process.execPath,
  };
  const { args } = streamingJobSpec(installation, dataPaths(folder), {
    packFolders: [orders.folder],
    parameters: [],
    bootstrapServers: '127.0.0.1:1',
    cores: 2,
    ...usualJob,
    probe: async () => undefined,
    workedAtMs: () => null,
    streaming: await chosenBy(...flags),
    topics: [['orders', 'bills']],
  });
  return args.slice(args.indexOf('deltadesk.streaming.StreamJob') + 1);
}

describe('what is chosen of the streaming', () => {
  const flags = [
    'streaming.triggerIntervalMs=5000',
    'streaming.maxOffsetsPerTrigger=200000',
    'streaming.startingOffsets=earliest',
    'streaming.watermarkDelayMs=0',
  ];
  const delays = (loaded: typeof orders) =>
    loaded.pack.aggregates.map(({ window }) => window?.watermarkDelayMs);

  it('is passed on to the job, and known to who judges its batches and rows', async () => {
    expect((await jobArguments(...flags)).join(' ')).toContain(
      '--trigger-ms 5000 --max-offsets-per-trigger 200000 ' +
        '--starting-offsets earliest --watermark-delay-ms 0',
    );
    const changed = withStreaming(await chosenBy(...flags))(orders);
    expect(changed.pack.streaming).toEqual({
      triggerIntervalMs: 5_000,
      maxOffsetsPerTrigger: 200_000,
      startingOffsets: 'earliest',
      watermarkDelayMs: 0,
    });
    expect(delays(orders)).toContain(600_000);
    expect(delays(changed)).toEqual(delays(orders).map((delay) => delay && 0));
  });

  it('is what the pack says where nothing was chosen', async () => {
    const names = /--trigger-ms|--max-offsets|--starting-offsets|--watermark/;
    expect((await jobArguments()).join(' ')).not.toMatch(names);
    expect(withStreaming(await chosenBy())(orders)).toEqual(orders);
  });

  it.each(['streaming.startingOffsets=middle', 'streaming.watermarkDelayMs=-1'])(
    'cannot be %s',
    async (flag) => {
      await expect(chosenBy(flag)).rejects.toMatchObject({ failure: { code: 'SETTING_INVALID' } });
    },
  );

  it('leaves the topic to the job under the name that it has', async () => {
    expect((await jobArguments()).join(' ')).toContain('--topic orders=bills');
  });
});
