import { toFailure } from '../../contract/failure';
import type { Reopening } from '../../contract/reopening';
import type { ControlAddress } from '../../contract/wire';
import { shippedFolders } from '../../settings/installation';
import { loadPack } from '../../settings/load-pack';
import { settlesWithin } from '../../supervisor/settles-within';
import { launchArguments } from '../launch-arguments';
import { reportFailure } from '../report-failure';
import { runElectron, type DesktopEnd, type DesktopWindow } from '../run-electron';
import { connectToControl } from '../socket-client';
import { startStatusDisplay } from '../status-display';
import { whenAskedToEnd } from '../when-asked-to-end';
import { unwrap } from '../with-control';
import type { AppOptions } from './app';

/** An idle window is gone by then when it was asked to end; one that runs says so later. */
const endDeadlineMs = 15_000;

const write = (text: string) => process.stdout.write(`${text}\n`);

/**
 * Electron owns the control center; this process shows the same status and waits for its end. A
 * window that ends in order to be opened again is opened from here, so that the terminal goes on
 * with it. Resolves with the exit code; null: no window opened, though nothing is known against it.
 */
export async function runDesktop(options: AppOptions, electron: string): Promise<number | null> {
  const asked = whenAskedToEnd();
  let isEnding = false;
  void asked.then(() => (isEnding = true));
  /** What can be gone back to when the next one cannot be opened. */
  let before: string | null = null;
  let next: Reopening = { dataFolder: options.dataFolder, startPipeline: !options.idle };
  for (let isFirst = true; ; isFirst = false) {
    const { dataFolder } = next;
    const window = await runElectron(electron, argumentsOf(options, next), dataFolder, asked);
    if (window.control === null) {
      const { exitCode } = await window.ended;
      const isExplained = exitCode === 0 || window.said.length > 0;
      if (isFirst && !isExplained && options.host !== 'desktop') return null;
      process.stderr.write(window.said.map((line) => `${line}\n`).join(''));
      // A person looks on: what cannot be opened leaves the folder before.
      if (before === null || before === dataFolder || isEnding) return exitCode;
      next = { dataFolder: before, startPipeline: false };
      before = null;
      continue;
    }
    write(isFirst ? 'Ctrl-C, or Quit in the window, stops everything.' : `Opened: ${dataFolder}`);
    const { exitCode, reopening } = await showUntilItEnds(window);
    if (reopening === null || isEnding) {
      write('Stopped. Nothing is left running.');
      return reopening === null ? exitCode : 0;
    }
    write('Stopped, to be opened again…');
    before = dataFolder;
    next = reopening;
  }
}

function argumentsOf(options: AppOptions, { dataFolder, startPipeline }: Reopening): string[] {
  const idle = startPipeline ? [] : ['--idle'];
  return ['--data-folder', dataFolder, ...launchArguments(options), ...idle];
}

/**
 * The status of one window until its end. One that was asked to end in its first moments does not
 * answer any more; one that lives and does not is waited for without its status.
 */
async function showUntilItEnds({ control, ended }: DesktopWindow): Promise<DesktopEnd> {
  const endDisplay = await beginDisplay(control!).catch(async (error: unknown) => {
    if (await settlesWithin(ended, endDeadlineMs)) return null;
    reportFailure(toFailure(error), false);
    return null;
  });
  const end = await ended;
  endDisplay?.();
  return end;
}

async function beginDisplay(control: ControlAddress): Promise<() => void> {
  const client = await connectToControl(control);
  const { pack } = unwrap(await client.invoke('overview.read', {})).pipeline;
  const query = loadPack(shippedFolders().resourcesFolder, pack).pack.headline.countryQuery;
  const endDisplay = startStatusDisplay(client, query, process.stdout);
  return () => {
    endDisplay();
    client.close();
  };
}
