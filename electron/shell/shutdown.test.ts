import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quitInOrder } from './shutdown';

class FakeApp extends EventEmitter {
  readonly exits: number[] = [];
  exit = (code: number) => void this.exits.push(code);
  quit = () => {
    this.emit('before-quit', { preventDefault: () => {} });
  };
}

function appWith(shutdown: () => Promise<number>, onBegin = () => {}) {
  const app = new FakeApp();
  quitInOrder(app as unknown as App, shutdown, onBegin);
  return app;
}

describe('quit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
  });

  it('waits for the shutdown, which runs once however often it is asked', async () => {
    let calls = 0;
    let release = (_code: number) => {};
    let begun = 0;
    const app = appWith(
      () => {
        calls += 1;
        return new Promise<number>((resolve) => (release = resolve));
      },
      () => (begun += 1),
    );
    app.emit('window-all-closed');
    app.quit();
    process.emit('SIGTERM');
    await vi.advanceTimersByTimeAsync(14_000);
    expect(app.exits).toEqual([]);
    release(75);
    await vi.advanceTimersByTimeAsync(0);
    expect([begun, calls, app.exits]).toEqual([1, 1, [75]]);
  });

  it('ends with code 1 when the shutdown fails', async () => {
    const app = appWith(() => Promise.reject(new Error('no')));
    app.quit();
    await vi.advanceTimersByTimeAsync(0);
    expect(app.exits).toEqual([1]);
  });

  it('ends with code 1 when the shutdown hangs for 15 s', async () => {
    const app = appWith(() => new Promise(() => {}));
    app.quit();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(app.exits).toEqual([1]);
  });
});
