import { EventEmitter } from 'node:events';
import type { EventName, Handlers } from '../../main/contract/api';
import type { DesktopHandlers } from '../../main/contract/desktop';
import { registerApi } from './register-api';
import type { Channels, Page, ServedApi } from './register-api';

export type Frame = Page['mainFrame'];

/** `ipcMain` as far as it is used: one handler, and listeners. */
class FakeIpcMain extends EventEmitter {
  handler: ((event: { senderFrame: Frame | null }, ...args: unknown[]) => unknown) | null = null;
  handle(_channel: string, handler: typeof this.handler): void {
    this.handler = handler;
  }
  removeHandler(): void {
    this.handler = null;
  }
}

/** For tests: a page that is served these handlers, with what was sent to it and what went wrong. */
export function serve(handlers: Partial<Handlers>, desktop: Partial<DesktopHandlers> = {}) {
  const ipcMain = new FakeIpcMain();
  const pushes = new EventEmitter();
  const mainFrame = { name: 'main' } as Frame;
  const sent: unknown[][] = [];
  const defects: unknown[] = [];
  const page = {
    mainFrame,
    isDestroyed: () => false,
    send: (...args: unknown[]) => sent.push(args),
  };
  const served = {
    handlers: handlers as Handlers,
    desktop: desktop as DesktopHandlers,
    on: (name: EventName, listener: (value: unknown) => void) => {
      pushes.on(name, listener);
      return () => pushes.off(name, listener);
    },
  } as unknown as ServedApi;
  const channel = registerApi(
    ipcMain as unknown as Channels,
    page as unknown as Page,
    served,
    (defect) => defects.push(defect),
  );
  const invoke = (name: unknown, request: unknown, senderFrame: Frame | null = mainFrame) =>
    ipcMain.handler!({ senderFrame }, name, request);
  const listen = (senderFrame: Frame | null = mainFrame) =>
    ipcMain.emit('app:event', { senderFrame });
  return { invoke, listen, sent, pushes, defects, ...channel, ipcMain };
}
