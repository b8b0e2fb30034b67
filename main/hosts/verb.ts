import { Option, type Command } from 'commander';
import { toFailure } from '../contract/failure';
import type { CommonOptions } from './command-options';
import { reportFailure } from './report-failure';
import { tellStarter } from './tell-starter';

/** Everything a verb prints for people goes to stderr with `--json`, so that stdout is one object. */
type Say = (text: string) => void;

/** Adds a verb to the command line, with the options that all have. */
export type AddVerb = (name: string, description: string) => Command;

export const print = (text: string) => process.stdout.write(`${text}\n`);

/**
 * Runs one verb: prints its answer, or the failure with its remedy. Exit codes: 0 done, 1 failed
 * (or: a check did not hold), 2 the command line was not understood.
 */
export function verb<O extends CommonOptions>(
  run: (options: O, say: Say) => Promise<number | void>,
) {
  return async (options: O): Promise<void> => {
    const say: Say = options.json ? () => undefined : print;
    try {
      process.exitCode = (await run(options, say)) ?? 0;
    } catch (error) {
      const failure = toFailure(error);
      reportFailure(failure, options.json ?? false);
      await tellStarter(failure);
      process.exitCode = 1;
    }
  };
}

/** Prints a verb's answer: the object with `--json`, else its text. */
export function answer(options: CommonOptions, json: unknown, text: () => string): void {
  print(options.json ? JSON.stringify(json) : text());
}

/** Without it the pack that the settings of the data folder name: see `settlePack`. */
export const packOption = () => new Option('--pack <pack>', 'stream pack (default: as set)');

/** `--with orders`: more packs, a query each in the same job. */
export const withOption = () =>
  new Option('--with <pack>', 'a pack that runs beside it in the same job; repeatable')
    .argParser((pack: string, before: string[] | undefined) => [...(before ?? []), pack])
    .default([] as string[], 'none');
