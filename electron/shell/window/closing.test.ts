import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardClosing } from './closing';
import type { ClosingParts } from './closing';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-closing-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function windowWith(changes: Partial<ClosingParts>) {
  const done: string[] = [];
  const window = Object.assign(new EventEmitter(), { hide: () => done.push('hide') });
  guardClosing(window as unknown as BrowserWindow, {
    readState: () => 'running',
    readChoice: () => 'hide',
    hasTray: false,
    isQuitting: () => false,
    ask: async () => ({ answer: 'cancel', isRemembered: false }),
    keepChoice: (choice) => done.push(`keep ${choice}`),
    sayHidden: () => done.push('say'),
    quit: () => done.push('quit'),
    saidFile: join(folder, 'said'),
    ...changes,
  });
  const close = async () => {
    let isPrevented = false;
    window.emit('close', { preventDefault: () => (isPrevented = true) });
    await new Promise((resolve) => setTimeout(resolve));
    return isPrevented;
  };
  return { close, done };
}

describe.runIf(process.platform !== 'darwin')('closing the window', () => {
  it('hides it, and says so once, over restarts too', async () => {
    const first = windowWith({});
    expect([await first.close(), await first.close()]).toEqual([true, true]);
    expect(first.done).toEqual(['hide', 'say', 'hide']);
    const second = windowWith({});
    await second.close();
    expect(second.done).toEqual(['hide']);
  });

  it('ends everything when nothing runs, and is not held up by an end under way', async () => {
    const stopped = windowWith({ readState: () => 'stopped' });
    expect(await stopped.close()).toBe(true);
    expect(stopped.done).toEqual(['quit']);
    expect(await windowWith({ isQuitting: () => true }).close()).toBe(false);
  });

  it('does what the person answers, and keeps the answer only when told to', async () => {
    const answered = async (answer: 'hide' | 'quit' | 'cancel', isRemembered: boolean) => {
      const ask = async () => ({ answer, isRemembered });
      const { close, done } = windowWith({ readChoice: () => 'automatic', ask });
      await close();
      return done;
    };
    expect(await answered('hide', false)).toEqual(['hide']);
    expect(await answered('quit', true)).toEqual(['keep quit', 'quit']);
    expect(await answered('cancel', false)).toEqual([]);
  });

  it('asks once, however often it is tried meanwhile', async () => {
    let asked = 0;
    const ask = () => {
      asked += 1;
      return new Promise<never>(() => undefined);
    };
    const { close } = windowWith({ readChoice: () => 'ask', ask });
    await close();
    await close();
    expect(asked).toBe(1);
  });
});
