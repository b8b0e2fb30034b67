import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { Installation } from '../../main/settings/paths';

/**
 * The one window, shown when it has something to show. The page is loaded as a file: that works
 * alike in every Electron from 22 on, while `protocol.handle` needs 25.
 */
export function createWindow(installation: Installation, preloadScript: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: 'Deltadesk',
    // The page's own background, so that nothing flashes before the first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f1318' : '#f3f5f7',
    autoHideMenuBar: true,
    webPreferences: {
      preload: preloadScript,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(installation.rendererFolder, 'index.html'));
  return window;
}

/** A second launch brings the first window back to the front. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
