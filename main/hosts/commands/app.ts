import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { failed } from '../../contract/failure';
import { createControlCenter } from '../../control-center';
import { findInstallation, rootFolder, shippedFolders } from '../../settings/installation';
import { loadPack } from '../../settings/load-pack';
import { dataPaths } from '../../settings/paths';
import { chooseHost, type Host } from '../choose-host';
import { connectToControl, readControlAddress } from '../socket-client';
import { startStatusDisplay } from '../status-display';
import { whenAskedToEnd } from '../when-asked-to-end';

export interface AppOptions {
  readonly dataFolder: string;
  /** Null = the desktop where it can be had, else the browser. */
  readonly host: Host | null;
  readonly idle: boolean;
  readonly pack: string;
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
  // Chromium's sandbox refuses to start as root; the window's own sandbox settings stay.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const idle = options.idle ? ['--idle'] : [];
  const named = ['--data-folder', options.dataFolder, '--pack', options.pack];
  const args = [...asRoot, rootFolder, ...named, ...idle];
  // Ctrl-C reaches the whole foreground group: Electron stops in order, this process waits.
  const asked = whenAskedToEnd();
  const child = spawn(electron, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  void asked.then((signal) => signal === 'SIGTERM' && child.kill('SIGTERM'));
  const ended = await Promise.race([exited, showStatusOf(options, child.pid ?? 0)]);
  if (Array.isArray(ended)) return ended[0] ?? 1;
  const [code] = await exited;
  ended();
  return code ?? 1;
}

/** Connects to the window's control center and shows its status; returns what ends the display. */
async function showStatusOf(options: AppOptions, pid: number): Promise<() => void> {
  const file = dataPaths(options.dataFolder).control;
  const deadlineMs = Date.now() + 60_000;
  while (Date.now() < deadlineMs) {
    const control = await readControlAddress(file);
    if (control?.pid === pid) {
      const client = await connectToControl(control);
      const { pack } = loadPack(shippedFolders().resourcesFolder, options.pack);
      const endDisplay = startStatusDisplay(client, pack.headline.countryQuery, process.stdout);
      return () => {
        endDisplay();
        client.close();
      };
    }
    await delay(100);
  }
  throw failed('CONTROL_UNREACHABLE', { address: file, reason: 'the window did not open' });
}
