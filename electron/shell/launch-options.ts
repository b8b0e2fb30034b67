import { resolve } from 'node:path';
import { defaultDataFolder } from '../../main/settings/data-folder';

/** What the launcher says: `--data-folder FOLDER` or `DELTADESK_DATA_FOLDER`, and `--idle`. */
export interface LaunchOptions {
  readonly dataFolder: string;
  /** False with `--idle`: the window opens and the person starts the pipeline. */
  readonly startPipeline: boolean;
}

/**
 * Reads the launch's arguments; Chromium's own switches among them are passed over. Without a data
 * folder the user's own is taken, except under test, where it must be named: a test never touches
 * a person's tables.
 */
export function readLaunchOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LaunchOptions {
  const flag = args.indexOf('--data-folder');
  const equals = args.find((argument) => argument.startsWith('--data-folder='));
  const named =
    (flag >= 0 ? args[flag + 1] : equals?.slice('--data-folder='.length)) ??
    environment['DELTADESK_DATA_FOLDER'];
  if (!named && environment['DELTADESK_TEST'])
    throw new Error('Under test the data folder must be named: --data-folder FOLDER.');
  return {
    dataFolder: resolve(named || defaultDataFolder(environment)),
    startPipeline: !args.includes('--idle'),
  };
}
