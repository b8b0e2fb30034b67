import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { App, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, restrictPages, restrictSession } from './security';

describe('security', () => {
  it('the page itself carries the same content security policy', () => {
    const page = readFileSync(new URL('../../renderer/index.html', import.meta.url), 'utf8');
    expect(page).toContain(`content="${contentSecurityPolicy}"`);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('no page may leave its address, open a window or embed another page', () => {
    const app = new EventEmitter();
    restrictPages(app as unknown as App);
    let opened: unknown = null;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => unknown) => (opened = handler()),
    });
    app.emit('web-contents-created', {}, contents);
    expect(opened).toEqual({ action: 'deny' });
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
      let isPrevented = false;
      contents.emit(name, { preventDefault: () => (isPrevented = true) });
      expect(isPrevented, name).toBe(true);
    }
  });

  it('grants writing to the clipboard and nothing else', () => {
    const asked: Record<string, boolean> = {};
    type Ask = (contents: null, permission: string, decide: (granted: boolean) => void) => void;
    const session = {
      setPermissionRequestHandler: (ask: Ask) => {
        for (const name of ['media', 'geolocation', 'clipboard-read', 'clipboard-sanitized-write'])
          ask(null, name, (granted) => (asked[name] = granted));
      },
      setPermissionCheckHandler: () => {},
      webRequest: { onHeadersReceived: () => {} },
    };
    restrictSession(session as unknown as Session);
    expect(asked).toEqual({
      media: false,
      geolocation: false,
      'clipboard-read': false,
      'clipboard-sanitized-write': true,
    });
  });
});
