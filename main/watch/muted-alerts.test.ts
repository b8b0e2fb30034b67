import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lagAlert as lag } from '../contract/test-alert';
import { MutedAlerts } from './muted-alerts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-muted-alerts-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('muted alerts', () => {
  it('are told by their cause, also the next one of it, until they are let go again', async () => {
    const file = join(folder, 'new', 'muted-alerts.json');
    const muted = new MutedAlerts(file);
    expect(muted.mark(lag).muted).toBe(false);
    await muted.mute(lag, true);
    expect(muted.mark({ ...lag, alertId: 'sales-lag-2' }).muted).toBe(true);
    expect(muted.mark({ ...lag, pack: 'orders' }).muted).toBe(false);
    expect(muted.mark({ ...lag, subject: 'other' }).muted).toBe(false);
    await muted.mute(lag, false);
    expect(muted.mark(lag).muted).toBe(false);
  });

  it('are kept over restarts, each once', async () => {
    const file = join(folder, 'muted-alerts.json');
    const muted = new MutedAlerts(file);
    await muted.mute(lag, true);
    await muted.mute({ ...lag, rule: 'latency' }, true);
    await muted.mute(lag, true);
    const causes = [
      { pack: 'sales', rule: 'latency', subject: '' },
      { pack: 'sales', rule: 'lag', subject: '' },
    ];
    expect(new MutedAlerts(file).read()).toEqual(causes);
  });

  it('are none where the file holds something else', () => {
    const file = join(folder, 'muted-alerts.json');
    for (const text of ['', '{', '{"pack":1}', '[{"pack":"sales","rule":"no such"}]', 'null']) {
      writeFileSync(file, text);
      expect(new MutedAlerts(file).read(), text).toEqual([]);
    }
  });
});
