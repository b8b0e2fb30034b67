import { join } from 'node:path';
import { app, session } from 'electron';
import type { Reopening } from '../../main/contract/reopening';
import { createControlCenter } from '../../main/control-center';
import { openInstallation } from '../../main/settings/installation';
import { readLaunchOptions } from './launch-options';
import { Looks } from './looks';
import { openAgain } from './open-again';
import { openDesktop } from './open-desktop';
import type { Desktop } from './open-desktop';
import { reportFailedLaunch } from './report-failed-launch';
import { restrictPages, restrictSession } from './security';
import { quitInOrder } from './shutdown';
import { keepOneInstance } from './single-instance';

const preloadScript = join(__dirname, '..', 'preload', 'preload.cjs');

/** The desktop door: the control center of one data folder, and one window onto it. */
async function main(): Promise<void> {
  const options = readLaunchOptions(process.argv.slice(1), process.env);
  const { dataFolder, startPipeline, pack, alongside, set } = options;
  let desktop: Desktop | null = null;
  let isQuitting = false;
  let exitCode = 0;
  if (!keepOneInstance(app, dataFolder, () => desktop?.showWindow())) return app.exit(0);
  restrictPages(app);
  await app.whenReady();
  restrictSession(session.defaultSession);

  const installation = await openInstallation();
  const opening = createControlCenter({
    dataFolder,
    installation,
    host: 'desktop',
    startPipeline,
    ...(pack === null ? {} : { pack }),
    alongside,
    set,
  });
  quitInOrder(
    app,
    async () => {
      await (await opening).shutdown();
      await desktop?.finish();
      return exitCode;
    },
    () => {
      isQuitting = true;
      desktop?.sayQuitting();
    },
  );
  const center = await opening;
  const reopen = (next: Reopening) => {
    exitCode = openAgain(app, process, next);
    app.quit();
  };
  void center.whenQuitRequested.then((next) => (next ? reopen(next) : app.quit()));
  const { texts } = await center.handlers['keptTexts.read']({});
  if (isQuitting) return;
  desktop = await openDesktop({
    center,
    installation,
    dataFolder,
    preloadScript,
    looks: new Looks(app.getLocale(), texts),
    restartIn: (folder) => reopen({ dataFolder: folder, startPipeline }),
    isQuitting: () => isQuitting,
    onDefect: reportDefect,
  });
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
