import { setMaxListeners } from 'node:events';
import type { IpcMain, WebContents, WebFrameMain } from 'electron';
import { answerFrom, answerRequest } from '../../main/handlers/answer-request';
import { events } from '../../main/contract/api';
import type { EventName, EventOf, Handlers } from '../../main/contract/api';
import { desktopRequests } from '../../main/contract/desktop';
import type {
  DesktopEventName,
  DesktopEventOf,
  DesktopHandlers,
} from '../../main/contract/desktop';
import { failed } from '../../main/contract/failure';

/** What of the control center crosses to the page. */
export interface ServedApi {
  readonly handlers: Handlers;
  /** What this door answers itself. */
  readonly desktop: DesktopHandlers;
  on<N extends EventName>(name: N, listener: (value: EventOf<N>) => void): () => void;
}

/** The part of `ipcMain` used here, so that a test can stand in for it. */
export type Channels = Pick<IpcMain, 'handle' | 'removeHandler' | 'on' | 'removeListener'>;

/** The one page that may ask and is told. */
export type Page = Pick<WebContents, 'send' | 'isDestroyed'> & { readonly mainFrame: WebFrameMain };

/** The page as the shell talks to it. */
export interface PageChannel {
  /** Pushes one of the desktop's own events; it waits like any other for a page that listens. */
  push<N extends DesktopEventName>(name: N, value: DesktopEventOf<N>): void;
  /** The page is loaded anew: pushes wait until it listens again. */
  expectNewPage(): void;
  /**
   * Answers nothing new from here on, because everything ends, and cancels what can be cancelled.
   * Resolves when every answer under way was given: native code that answers into a process that ends would crash it.
   */
  finish(): Promise<void>;
  close(): void;
}

/** What a page is told that still asks while everything ends. */
const hasEnded = failed('CONTROL_UNREACHABLE', {
  address: 'Deltadesk',
  reason: 'it is ending',
}).failure;

/** Pushes kept for a page that does not listen yet; beyond it the oldest are dropped. */
const queueLimit = 500;

/**
 * Serves the contract to one page: `app:invoke` answers, `app:event` pushes (and, sent by the page
 * without payload, says that it listens). The sender is checked here, name and payload where every
 * door has them checked; the answer is always a `Result`. `onDefect` hears of errors that are no
 * described failure. Names of the desktop's own list are answered by the shell.
 */
export function registerApi(
  channels: Channels,
  page: Page,
  served: ServedApi,
  onDefect: (error: unknown) => void,
): PageChannel {
  const underWay = new Set<Promise<unknown>>();
  const ending = new AbortController();
  // One for each request under way: a page that opens asks for dozens at once.
  setMaxListeners(0, ending.signal);
  const answerDesktop = answerFrom(desktopRequests, served.desktop);
  const isOurs = (frame: WebFrameMain | null) =>
    !page.isDestroyed() && frame !== null && frame === page.mainFrame;

  channels.handle('app:invoke', async (event, name: unknown, request: unknown) => {
    // What is no text names nothing, whatever it would turn into as text.
    const asked = typeof name === 'string' ? name : '';
    if (ending.signal.aborted) return { ok: false, failure: hasEnded };
    if (isOurs(event.senderFrame)) {
      const answer = Object.hasOwn(desktopRequests, asked)
        ? answerDesktop(asked, request, onDefect)
        : answerRequest(served.handlers, asked, request, onDefect, { signal: ending.signal });
      underWay.add(answer);
      return answer.finally(() => underWay.delete(answer));
    }
    const reason = 'the sender is not the window of this app';
    return {
      ok: false,
      failure: failed('REQUEST_INVALID', { name: asked, reason }).failure,
    };
  });

  let queue: [string, unknown][] | null = [];
  const send = (name: string, value: unknown) => {
    if (page.isDestroyed()) return;
    if (queue === null) page.send('app:event', name, value);
    else if (queue.push([name, value]) > queueLimit) queue.shift();
  };
  const open = (event: { senderFrame: WebFrameMain | null }) => {
    if (!isOurs(event.senderFrame) || queue === null) return;
    const waiting = queue;
    queue = null;
    for (const [name, value] of waiting) send(name, value);
  };
  channels.on('app:event', open);
  const unsubscribe = (Object.keys(events) as EventName[]).map((name) =>
    served.on(name, (value) => send(name, value)),
  );

  return {
    push: send,
    expectNewPage: () => void (queue ??= []),
    finish: async () => {
      ending.abort();
      await Promise.all(underWay);
    },
    close: () => {
      channels.removeHandler('app:invoke');
      channels.removeListener('app:event', open);
      for (const stop of unsubscribe) stop();
    },
  };
}
