import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { usualDataFolder } from '../settings/chosen-data-folder';

/** Options that every verb has. */
export interface CommonOptions {
  readonly dataFolder: string;
  readonly json?: boolean;
}

const dataFolderVariable = 'DELTADESK_DATA_FOLDER';

/** `--data-folder FOLDER`: flag, then DELTADESK_DATA_FOLDER, then the chosen or the platform's folder. */
export function dataFolderOption(): Option {
  // An empty variable is none, as for the desktop.
  if (process.env[dataFolderVariable] === '') delete process.env[dataFolderVariable];
  return new Option('--data-folder <folder>', 'where everything is stored')
    .env(dataFolderVariable)
    .argParser(absolutePath)
    .default(usualDataFolder());
}

/** A path as it was typed, absolute; an empty one, such as of an unset variable, is refused. */
export function absolutePath(typed: string): string {
  if (typed.trim() !== '') return resolve(typed);
  throw new InvalidArgumentError('It must be a path.');
}

/** Names with commas between them. */
export function listed(typed: string): string[] {
  const names = typed.split(',').map((one) => one.trim());
  if (!names.includes('')) return names;
  throw new InvalidArgumentError('It must be names with commas between them.');
}

export function jsonOption(): Option {
  return new Option('--json', 'print JSON instead of text');
}

/** A parser of numbers in a range, whose error names the range. */
export function numberBetween(least: number, most: number, isInteger = false) {
  return (text: string): number => {
    const value = Number(text);
    const fits = value >= least && value <= most && (!isInteger || Number.isInteger(value));
    if (text.trim() !== '' && fits) return value;
    const kind = isInteger ? 'a whole number' : 'a number';
    throw new InvalidArgumentError(`It must be ${kind} from ${least} to ${most}.`);
  };
}

/** `90s`, `5m`, `1h` or a plain number of seconds, as milliseconds. */
export function durationMs(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text.trim());
  const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[match?.[2] ?? 's'] ?? 0;
  const ms = Math.round(Number(match?.[1] ?? 0) * unitMs);
  if (ms < 1) throw new InvalidArgumentError('It must be a time such as 90s, 5m or 1h.');
  return ms;
}

/** `2026-11-21`, `2026-11-21T10:00` or `2026-11-21 10:00:00.5+01:00`, UTC without a zone, as epoch ms. */
export function momentMs(text: string): number {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d\S*?))?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim());
  const [, day, clock = '00:00', zone = 'Z'] = parts ?? [];
  const ms = Date.parse(`${day}T${clock}${zone}`);
  if (Number.isNaN(ms))
    throw new InvalidArgumentError('It must be a time such as 2026-11-21T10:00.');
  return ms;
}
