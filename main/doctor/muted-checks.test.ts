import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionFor } from './action-for';
import { muteCheck, readMutedChecks } from './muted-checks';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-muted-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('muted checks', () => {
  it('are kept in the data folder until they are let go again', async () => {
    const file = join(folder, 'new', 'muted-checks.json');
    expect(await readMutedChecks(file)).toEqual([]);
    expect(await muteCheck(file, 'memory', true)).toEqual(['memory']);
    expect(await muteCheck(file, 'disk', true)).toEqual(['disk', 'memory']);
    expect(await muteCheck(file, 'disk', true)).toEqual(['disk', 'memory']);
    expect(await readMutedChecks(file)).toEqual(['disk', 'memory']);
    expect(await muteCheck(file, 'memory', false)).toEqual(['disk']);
  });

  it('are none where the file holds something else', async () => {
    const file = join(folder, 'muted-checks.json');
    for (const text of ['', '{', '{"disk":1}', '["no such"]', 'null']) {
      writeFileSync(file, text);
      expect(await readMutedChecks(file), text).toEqual([]);
    }
  });

  it('a check that passed has nothing to be done', () => {
    expect(actionFor('tables', 'failed')).toBe('resetData');
    expect(actionFor('tables', 'passed')).toBeNull();
    expect(actionFor('java', 'failed')).toBeNull();
  });
});
