import type { App, Session } from 'electron';

/**
 * What the page may load: its own files, and styles and scripts only as files. The same text stands
 * in `renderer/index.html`, which a test compares.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Closes what the page does not need: leaving its own address, new windows, embedded views and every
 * permission a web page can ask for. Holds for every page of the app, whoever creates it.
 */
export function restrictPages(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Denies every permission and sends the content security policy with every answer. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) =>
    // Copy buttons write to the clipboard; nothing reads it.
    decide(permission === ('clipboard-sanitized-write' as string)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission) => permission === ('clipboard-sanitized-write' as string),
  );
  session.webRequest.onHeadersReceived((details, respond) =>
    respond({
      responseHeaders: {
        ...details.responseHeaders,
        'Content-Security-Policy': [contentSecurityPolicy],
      },
    }),
  );
}
