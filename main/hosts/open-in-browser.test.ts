import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openInBrowser } from './open-in-browser';

const address = 'http://127.0.0.1:41234/#token=AbC-_9';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-open-'));
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(process.platform !== 'linux')('opening the window in a browser', () => {
  it('hands over a page for the user alone, and the key on no command line', async () => {
    const opener = join(folder, 'xdg-open');
    writeFileSync(opener, `#!/bin/sh\necho "$@" > "${folder}/asked"\n`);
    chmodSync(opener, 0o700);
    const page = join(folder, 'open.html');
    expect(await openInBrowser(address, page)).toBe(true);
    const asked = await vi.waitFor(() => readFileSync(join(folder, 'asked'), 'utf8').trim());
    await vi.waitFor(() => expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(`${page}\n`));
    expect(asked).not.toContain('AbC');
    expect(statSync(page).mode & 0o777).toBe(0o600);
    expect(readFileSync(page, 'utf8')).toContain(`content="0;url=${address}"`);
  });

  it('is false where no program can do it', async () => {
    vi.stubEnv('PATH', folder);
    expect(await openInBrowser(address, join(folder, 'open.html'))).toBe(false);
    expect(await openInBrowser(address, join(folder, 'open.html'), 'aix')).toBe(false);
  });
});
