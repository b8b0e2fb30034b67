import { createControlCenter } from '../../control-center';
import { findInstallation, shippedFolders } from '../../settings/installation';
import { loadPack } from '../../settings/load-pack';
import { chooseHost, type Host } from '../choose-host';
import { launchArguments, type InstanceChoice } from '../launch-arguments';
import { runElectron } from '../run-electron';
import { connectToControl } from '../socket-client';
import { startStatusDisplay } from '../status-display';
import { whenAskedToEnd } from '../when-asked-to-end';

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
  return chosen.electron === null
    ? runInThisProcess(options, chosen.host)
    : runInElectron(options, chosen.electron);
}

async function runInThisProcess(options: AppOptions, host: Host): Promise<number> {
  const asked = whenAskedToEnd();
  const controlCenter = await createControlCenter({
    dataFolder: options.dataFolder,
    installation: await findInstallation(),
    host,
    startPipeline: !options.idle,
    pack: options.pack,
    alongside: options.alongside,
    set: options.set,
  });
  const { address, token } = controlCenter.server;
  if (host === 'browser') process.stdout.write(`Deltadesk: ${address}/#token=${token}\n`);
  process.stdout.write('Ctrl-C stops everything.\n');
  const query = loadPack(shippedFolders().resourcesFolder, options.pack).pack.headline.countryQuery;
  const endDisplay = startStatusDisplay(controlCenter.api, query, process.stdout);
  await Promise.race([asked, controlCenter.whenQuitRequested]);
  endDisplay();
  process.stdout.write('Stopping…\n');
  await controlCenter.shutdown();
  process.stdout.write('Stopped. Nothing is left running.\n');
  return 0;
}

/** Electron owns the control center; this process shows the same status and waits for its end. */
async function runInElectron(options: AppOptions, electron: string): Promise<number> {
  const idle = options.idle ? ['--idle'] : [];
  const args = ['--data-folder', options.dataFolder, ...launchArguments(options), ...idle];
  const window = await runElectron(electron, args, options.dataFolder);
  if (window.control === null) {
    const exitCode = await window.exitCode;
    if (exitCode === 0 || window.said.length > 0 || options.host === 'desktop') {
      process.stderr.write(window.said.map((line) => `${line}\n`).join(''));
      return exitCode;
    }
    process.stdout.write('The window could not be opened. Opening in the browser instead.\n');
    return runInThisProcess(options, 'browser');
  }
  const client = await connectToControl(window.control);
  const query = loadPack(shippedFolders().resourcesFolder, options.pack).pack.headline.countryQuery;
  process.stdout.write('Ctrl-C, or closing the window, stops everything.\n');
  const endDisplay = startStatusDisplay(client, query, process.stdout);
  const exitCode = await window.exitCode;
  endDisplay();
  client.close();
  process.stdout.write('Stopped. Nothing is left running.\n');
  return exitCode;
}
