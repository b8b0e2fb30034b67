import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { streamingJobSpec } from '../streaming/streaming-job-spec';
import { usualJob } from './chosen-job';
import { readChosenTrigger, withTrigger } from './chosen-trigger';
import { shippedFolders } from './installation';
import { loadPack } from './load-pack';
import { openSettings } from './open-settings';
import { dataPaths } from './paths';

const { resourcesFolder } = shippedFolders();
const orders = loadPack(resourcesFolder, 'orders');
const chosenBy = async (...flags: string[]) =>
  readChosenTrigger(await openSettings(resourcesFolder, folder, flags));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-trigger-'));
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
    trigger: await chosenBy(...flags),
  });
  return args.slice(args.indexOf('deltadesk.streaming.StreamJob') + 1);
}

describe('a chosen trigger', () => {
  const flags = ['streaming.triggerIntervalMs=5000', 'streaming.maxOffsetsPerTrigger=200000'];

  it('is passed on to the job, and known to who judges its batches', async () => {
    expect((await jobArguments(...flags)).join(' ')).toContain(
      '--trigger-ms 5000 --max-offsets-per-trigger 200000',
    );
    expect(withTrigger(await chosenBy(...flags))(orders).pack.streaming).toMatchObject({
      triggerIntervalMs: 5_000,
      maxOffsetsPerTrigger: 200_000,
    });
  });

  it('is what the pack says where none was chosen', async () => {
    expect((await jobArguments()).join(' ')).not.toMatch(/--trigger-ms|--max-offsets/);
    expect(withTrigger(await chosenBy())(orders)).toEqual(orders);
  });
});
