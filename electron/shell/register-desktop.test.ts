import { describe, expect, it } from 'vitest';
import { desktopRequests } from '../../main/contract/desktop';
import { serve } from './test-served-page';
import type { Frame } from './test-served-page';

describe("the desktop's own requests", () => {
  it('are pinned', () => {
    expect(Object.keys(desktopRequests).sort()).toEqual([
      'desktop.chooseFile',
      'desktop.chooseFolder',
      'desktop.openFolder',
      'desktop.openSparkUi',
      'desktop.readSecrets',
      'desktop.showAppearance',
      'desktop.showInFolder',
      'desktop.useDataFolder',
    ]);
  });

  it('are answered by the shell, after the same checks', async () => {
    const { invoke } = serve(
      {},
      { 'desktop.chooseFolder': () => Promise.resolve({ folder: '/x' }) },
    );
    const asked = { purpose: 'export' };
    expect(await invoke('desktop.chooseFolder', asked)).toEqual({
      ok: true,
      value: { folder: '/x' },
    });
    const refused = { ok: false, failure: { code: 'REQUEST_INVALID' } };
    const foreign = { name: 'other' } as Frame;
    expect(await invoke('desktop.chooseFolder', { purpose: 'other' })).toMatchObject(refused);
    expect(await invoke('desktop.chooseFolder', asked, foreign)).toMatchObject(refused);
    expect(await invoke('desktop.constructor', {})).toMatchObject({
      failure: { code: 'REQUEST_UNKNOWN' },
    });
  });

  it('take a name for a file, and no path in it', async () => {
    const { invoke } = serve({}, { 'desktop.chooseFile': async () => ({ chosen: null }) });
    const ask = (suggestedName: string) =>
      invoke('desktop.chooseFile', { kind: 'csv', suggestedName });
    expect(await ask('ventes 2026-11-21 é.csv')).toMatchObject({ ok: true });
    for (const name of ['../x', 'a/b', 'a\\b', '..', '', 'a\0', 'C:x', 'x'.repeat(201)])
      expect(await ask(name), name).toMatchObject({ failure: { code: 'REQUEST_INVALID' } });
  });
});

describe('the end', () => {
  it('comes after every answer under way, and nothing new is answered', async () => {
    let release = () => {};
    let isCancelled = false;
    const { invoke, finish } = serve({
      'pipeline.stop': (_request, caller) => {
        caller?.signal?.addEventListener('abort', () => (isCancelled = true));
        return new Promise((resolve) => (release = () => resolve({} as never)));
      },
      'app.quit': async () => ({}),
    });
    const asked = invoke('pipeline.stop', {});
    let isFinished = false;
    const finished = finish().then(() => (isFinished = true));
    expect(await invoke('app.quit', {})).toMatchObject({
      failure: { code: 'CONTROL_UNREACHABLE' },
    });
    expect([isFinished, isCancelled]).toEqual([false, true]);
    release();
    await finished;
    expect(await asked).toMatchObject({ ok: true });
  });
});

describe("the desktop's own pushes", () => {
  it('wait again while the page is loaded anew', () => {
    const { listen, sent, push, expectNewPage } = serve({});
    listen();
    push('desktop.addressChosen', { address: '/kafka' });
    expect(sent).toHaveLength(1);
    expectNewPage();
    push('desktop.quitBegun', {});
    expect(sent).toHaveLength(1);
    listen();
    expect(sent.at(-1)).toEqual(['app:event', 'desktop.quitBegun', {}]);
  });
});
