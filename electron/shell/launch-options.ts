import { resolve } from 'node:path';
import type { Reopening } from '../../main/contract/reopening';
import { usualDataFolder } from '../../main/settings/chosen-data-folder';

/** What the launcher says; each of the two values also as `--flag=VALUE`. */
export interface LaunchOptions {
  /** `--data-folder FOLDER`, else `DELTADESK_DATA_FOLDER`, else the chosen one, else the platform's. */
  readonly dataFolder: string;
  /** `--pack NAME`; null leaves the choice to the control center. */
  readonly pack: string | null;
  /** `--with NAME`, repeatable: packs that run beside it. */
  readonly alongside: readonly string[];
  /** `--set NAME=VALUE`, repeatable: settings for this run alone. */
  readonly set: readonly string[];
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
  const named = flagValue(args, '--data-folder') ?? environment['DELTADESK_DATA_FOLDER'];
  if (!named && environment['DELTADESK_TEST'])
    throw new Error('Under test the data folder must be named: --data-folder FOLDER.');
  return {
    dataFolder: resolve(named || usualDataFolder(environment)),
    pack: flagValue(args, '--pack'),
    alongside: args.filter((_, index) => args[index - 1] === '--with'),
    set: args.filter((_, index) => args[index - 1] === '--set'),
    startPipeline: !args.includes('--idle'),
  };
}

/** The same launch for what shall be open again: on its data folder, with the pipeline started or not. */
export function relaunchArguments(
  args: readonly string[],
  { dataFolder, startPipeline }: Reopening,
): string[] {
  const flag = '--data-folder';
  const others = args.filter(
    (argument, index) =>
      argument !== '--idle' &&
      argument !== flag &&
      args[index - 1] !== flag &&
      !argument.startsWith(`${flag}=`),
  );
  return [...others, flag, dataFolder, ...(startPipeline ? [] : ['--idle'])];
}

function flagValue(args: readonly string[], flag: string): string | null {
  const at = args.indexOf(flag);
  if (at >= 0) return args[at + 1] ?? null;
  return args.find((argument) => argument.startsWith(`${flag}=`))?.slice(flag.length + 1) ?? null;
}
