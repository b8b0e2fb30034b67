import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { independentReaderEnvironment } from './independent-reader.mjs';

describe('a machine without Python', () => {
  let root;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'dd-reader-'));
  });
  after(() => rmSync(root, { recursive: true }));

  it('fails the tests in continuous integration', () => {
    assert.throws(
      () => independentReaderEnvironment(root, { PATH: root, CI: 'true' }),
      /delta-rs, the independent reader, could not be installed/,
    );
  });

  it('skips them elsewhere, and says so', () => {
    const log = mock.method(console, 'log', () => undefined);
    assert.deepEqual(independentReaderEnvironment(root, { PATH: root }), {});
    assert.match(log.mock.calls[0].arguments[0], /Its tests are skipped/);
    log.mock.restore();
  });
});
