import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { jarManifests } from './jar-manifests.mjs';

let root, step;
const stamps = { broker: 'jars-broker', spark: 'jars-spark', job: 'job-jar' };
const jar = (part) => join(root, 'out', 'jars', part, 'a.jar');
const stampOf = (part) => join(root, 'out', 'setup', `${stamps[part]}.json`);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dd-manifests-'));
  mkdirSync(join(root, 'out', 'setup'), { recursive: true });
  for (const part of Object.keys(stamps)) {
    mkdirSync(join(root, 'out', 'jars', part), { recursive: true });
    writeFileSync(jar(part), part);
    writeFileSync(stampOf(part), '{}');
  }
  step = jarManifests(root);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the list of the jars', () => {
  it('holds name, size and SHA-256 of each', async () => {
    assert.equal(step.isDue(), true);
    assert.equal(await step.run(), '3 jars');
    const text = readFileSync(join(root, 'out', 'jars', 'job.manifest.json'), 'utf8');
    assert.deepEqual(JSON.parse(text), {
      files: [
        {
          name: 'a.jar',
          sizeBytes: 3,
          // printf job | sha256sum
          sha256: '5e8c9902207afaeb7120430c585a445f21e92932081d64bc99f80e4925bcb002',
        },
      ],
    });
    assert.equal(step.isDue(), false);
  });

  it('is made again when a folder was filled, not when a jar was damaged', async () => {
    await step.run();
    writeFileSync(jar('spark'), 'sperk');
    assert.equal(step.isDue(), false);
    utimesSync(stampOf('spark'), new Date(), new Date(Date.now() + 60_000));
    assert.equal(step.isDue(), true);
  });
});
