import type { App } from 'electron';
import { reopenExitCode, type Reopening } from '../../main/contract/reopening';
import { relaunchArguments } from './launch-options';

/** Who started this process, and how. */
type Launch = Pick<NodeJS.Process, 'argv' | 'connected' | 'send'>;

/**
 * Has what is named opened when this instance has ended: by the command line that started it and
 * waits, else by the app itself. Returns the code to end with.
 */
export function openAgain(app: Pick<App, 'relaunch'>, launch: Launch, next: Reopening): number {
  if (launch.connected && launch.send) {
    launch.send(next);
    return reopenExitCode;
  }
  app.relaunch({ args: relaunchArguments(launch.argv.slice(1), next) });
  return 0;
}
