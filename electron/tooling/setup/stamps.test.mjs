import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { contentHash, isStampFresh, removeStamp, writeStamp } from './stamps.mjs';

let root, source, output, stamp;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dd-stamps-'));
  source = join(root, 'source', 'pom.xml');
  output = join(root, 'jars');
  stamp = join(root, 'setup', 'jars.json');
  mkdirSync(join(root, 'source'));
  mkdirSync(output);
  writeFileSync(source, '<project/>');
  writeFileSync(join(output, 'a.jar'), 'a');
});
afterEach(() => rmSync(root, { recursive: true }));

const inputs = () => contentHash(root, ['source']);
const isFresh = () => isStampFresh(stamp, inputs(), [output]);

describe('a stamp', () => {
  it('is fresh after the step, also when a source only got a new time', () => {
    writeStamp(stamp, inputs(), [output]);
    utimesSync(source, new Date(), new Date(Date.now() + 60_000));
    assert.equal(isFresh(), true);
  });

  const changes = {
    'a source changed': () => appendFileSync(source, ' '),
    'a source was added': () => writeFileSync(join(root, 'source', 'b'), ''),
    'a file of the output is gone': () => rmSync(join(output, 'a.jar')),
    'a file of the output was cut short': () => writeFileSync(join(output, 'a.jar'), ''),
    'a file was added to the output': () => writeFileSync(join(output, 'b.jar'), 'b'),
    'the step began again': () => removeStamp(stamp),
    'it was cut short itself': () => writeFileSync(stamp, '{"inputs":"'),
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`is stale when ${name}`, () => {
      writeStamp(stamp, inputs(), [output]);
      change();
      assert.equal(isFresh(), false);
    });
  }
});

it('the hash tells the same bytes under another name apart', () => {
  const before = inputs();
  rmSync(source);
  writeFileSync(join(root, 'source', 'other.xml'), '<project/>');
  assert.notEqual(inputs(), before);
});
