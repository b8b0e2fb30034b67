import { join } from 'node:path';
import { app, ipcMain, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { createControlCenter } from '../../main/control-center';
import { findInstallation } from '../../main/settings/installation';
import { setApplicationMenu } from './application-menu';
import { readLaunchOptions } from './launch-options';
import { registerApi } from './register-api';
import { reportFailedLaunch } from './report-failed-launch';
import { restrictPages, restrictSession } from './security';
import { quitInOrder } from './shutdown';
import { keepOneInstance } from './single-instance';
import { createWindow, focusWindow } from './window';

const preloadScript = join(__dirname, '..', 'preload', 'preload.cjs');

/** The desktop door: the control center of one data folder, and one window onto it. */
async function main(): Promise<void> {
  const options = readLaunchOptions(process.argv.slice(1), process.env);
  const { dataFolder, startPipeline, pack, alongside, set } = options;
  let window: BrowserWindow | null = null;
  if (!keepOneInstance(app, dataFolder, () => window && focusWindow(window))) return app.exit(0);
  restrictPages(app);
  await app.whenReady();
  setApplicationMenu();
  restrictSession(session.defaultSession);

  const installation = await findInstallation();
  const opening = createControlCenter({
    dataFolder,
    installation,
    host: 'desktop',
    startPipeline,
    ...(pack === null ? {} : { pack }),
    alongside,
    set,
  });
  quitInOrder(app, async () => (await opening).shutdown());
  const center = await opening;
  void center.whenQuitRequested.then(() => app.quit());

  window = createWindow(installation, preloadScript);
  registerApi(ipcMain, window.webContents, center, reportDefect);
}

/** An error that no failure describes: for whoever mends it, on stderr. */
function reportDefect(defect: unknown): void {
  const text = defect instanceof Error ? (defect.stack ?? defect.message) : String(defect);
  process.stderr.write(`${text}\n`);
}

const report = (thrown: unknown) => void reportFailedLaunch(app, thrown);
// Electron's own answer to a defect is a dialog with a stack trace.
process.on('uncaughtException', report);
process.on('unhandledRejection', report);
main().catch(report);
