import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { findInstallation } from '../settings/installation';
import { dataPaths } from '../settings/paths';
import { ServiceUnderTest } from '../supervisor/service-under-test';
import { usualJob } from '../settings/chosen-job';
import { streamingJobSpec } from './streaming-job-spec';

let t: ServiceUnderTest;
beforeEach(() => (t = new ServiceUnderTest(dataPaths)));
afterEach(() => t.end());

/** A program that holds all it makes, until nothing more can be had. */
const greedy = `
import java.util.ArrayList;
class Greedy {
    public static void main(String[] args) {
        ArrayList<byte[]> held = new ArrayList<>();
        while (true) held.add(new byte[1 << 16]);
    }
}`;

/** The job's own flags before its class path, with that program behind them. */
async function greedySpec() {
  const installation = await findInstallation();
  const { paths } = t.data;
  const spec = streamingJobSpec(installation, paths, {
    ...{ packFolders: [], parameters: [], bootstrapServers: '127.0.0.1:1', cores: 2 },
    ...usualJob,
    memoryMb: 512,
    workedAtMs: () => null,
    probe: () => Promise.reject(new Error('it has no memory')),
  });
  const program = join(paths.dataFolder, 'Greedy.java');
  writeFileSync(program, greedy);
  const flags = spec.args.slice(0, spec.args.indexOf('-cp'));
  return { ...spec, args: [...flags, program] };
}

it('a job that runs out of memory says so, with the setting that helps', async () => {
  const failure = await t.service.start(await greedySpec()).then(() => null, toFailure);
  expect(failure).toMatchObject({ code: 'STREAMING_OUT_OF_MEMORY', facts: { memoryMb: 512 } });
  expect(t.service.status).toMatchObject({ state: 'failed' });
}, 60_000);
