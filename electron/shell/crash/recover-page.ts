import type { BrowserWindow } from 'electron';
import type { Looks } from '../looks';
import { crashLinks, crashPage } from './crash-page';

/**
 * After a crash of the page's process the window shows a page that says so: the control center lives
 * in this process and goes on. `onCrash` comes first, `reload` loads the page anew.
 */
export function recoverPage(
  window: BrowserWindow,
  looks: Looks,
  actions: { onCrash(): void; reload(): void; openLogs(): void },
): void {
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    actions.onCrash();
    // The page after a crash is so plain that its own end means there is no way to show anything.
    if (webContents.getURL().startsWith('data:')) return;
    void webContents.loadURL(crashPage(details, looks.texts, looks.language));
  });
  webContents.on('will-navigate', (_event, address) => {
    if (!webContents.getURL().startsWith('data:')) return;
    if (address === crashLinks.reload) actions.reload();
    if (address === crashLinks.logs) actions.openLogs();
  });
}
