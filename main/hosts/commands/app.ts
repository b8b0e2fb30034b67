import { rm } from 'node:fs/promises';
import { toFailure } from '../../contract/failure';
import type { Reopening } from '../../contract/reopening';
import { createControlCenter, type ControlCenter } from '../../control-center';
import { openInstallation, shippedFolders } from '../../settings/installation';
import { loadPack } from '../../settings/load-pack';
import { dataPaths } from '../../settings/paths';
import { chooseHost, hasDisplay, type Host } from '../choose-host';
import type { InstanceChoice } from '../launch-arguments';
import { reportFailure } from '../report-failure';
import { openInBrowser } from '../open-in-browser';
import { startStatusDisplay } from '../status-display';
import { whenAskedToEnd } from '../when-asked-to-end';
import { runDesktop } from './desktop';

export interface AppOptions extends InstanceChoice {
  readonly dataFolder: string;
  /** Null = the desktop where it can be had, else the browser. */
  readonly host: Host | null;
  readonly idle: boolean;
}

/** The main job: opens the control center, starts the pipeline, shows both; ends on Ctrl-C. */
export async function runApp(options: AppOptions): Promise<number> {
  const chosen = await chooseHost(options.host);
  if (chosen.reason) process.stdout.write(`${chosen.reason} Opening in the browser instead.\n`);
  if (chosen.electron === null) return runInThisProcess(options, chosen.host);
  const exitCode = await runDesktop(options, chosen.electron);
  if (exitCode !== null) return exitCode;
  process.stdout.write('The window could not be opened. Opening in the browser instead.\n');
  return runInThisProcess(options, 'browser');
}

async function runInThisProcess(options: AppOptions, host: Host): Promise<number> {
  const asked = whenAskedToEnd();
  const installation = await openInstallation();
  const { pack, alongside, set } = options;
  const choice = { installation, host, pack, alongside, set };
  let center = await createControlCenter({
    ...{ ...choice, dataFolder: options.dataFolder, startPipeline: !options.idle },
  });
  const { address, token } = center.server;
  const page = dataPaths(options.dataFolder).openPage;
  if (host === 'browser') {
    const withKey = `${address}/#token=${token}`;
    process.stdout.write(`Deltadesk: ${withKey}\n`);
    // A script that reads the line opens it itself, or not.
    if (process.stdout.isTTY && hasDisplay()) await openInBrowser(withKey, page);
  }
  process.stdout.write('Ctrl-C stops everything.\n');
  for (let dataFolder = options.dataFolder; ;) {
    const next = await showUntilItEnds(center, asked);
    if (!next) break;
    const door = { port: Number(new URL(address).port), token };
    // A person looks on: what cannot be opened leaves the folder before.
    center = await createControlCenter({ ...choice, door, ...next }).then(
      (opened) => {
        dataFolder = next.dataFolder;
        process.stdout.write(`Data folder: ${dataFolder}\n`);
        return opened;
      },
      (error: unknown) => {
        if (next.dataFolder === dataFolder) throw error;
        reportFailure(toFailure(error), false);
        return createControlCenter({ ...choice, door, dataFolder, startPipeline: false });
      },
    );
  }
  await rm(page, { force: true });
  process.stdout.write('Stopped. Nothing is left running.\n');
  return 0;
}

/** The status of one instance until its end; what is to be opened next, if there is something. */
async function showUntilItEnds(
  controlCenter: ControlCenter,
  asked: Promise<unknown>,
): Promise<Reopening | null> {
  const { pack } = controlCenter.parts;
  const query = loadPack(shippedFolders().resourcesFolder, pack).pack.headline.countryQuery;
  const endDisplay = startStatusDisplay(controlCenter.api, query, process.stdout);
  const ended = await Promise.race([asked.then(() => null), controlCenter.whenQuitRequested]);
  endDisplay();
  if (!ended) process.stdout.write('Stopping…\n');
  await controlCenter.shutdown();
  return ended ?? null;
}
