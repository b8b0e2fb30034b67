import { InvalidArgumentError, Option } from 'commander';
import type { ParameterValues } from '../../contract/query';
import type { RecordFilter } from '../../contract/records';
import { askForQuery, query, readMenu, report } from '../commands/query';
import { diff, records } from '../commands/records';
import {
  jsonOption,
  listed,
  momentMs,
  numberBetween,
  type CommonOptions,
} from '../command-options';
import { parseFilter, parseSort } from '../parse-filter';
import { answer, packOption, verb, type AddVerb } from '../verb';

interface TablesOptions extends CommonOptions {
  readonly pack: string;
}

const wholeNumber = numberBetween(0, Number.MAX_SAFE_INTEGER, true);
const atVersionOption = (description: string) =>
  new Option('--at-version <version>', description).argParser(wholeNumber);
const atTimeOption = (description: string) =>
  new Option('--at-time <time>', description).argParser(momentMs).conflicts('atVersion');
/** `name=value`; with commas a set of values. */
function parseParameter(typed: string, before: ParameterValues = {}): ParameterValues {
  const [, name, value] = /^([a-z]\w*)=(.*)$/s.exec(typed) ?? [];
  if (name === undefined) throw new InvalidArgumentError('It must be name=value.');
  return { ...before, [name]: value!.includes(',') ? listed(value!) : value! };
}

/** What the tables hold: `query`, `report`, `records`, `diff`. */
export function addAnalysisVerbs(add: AddVerb): void {
  add('query', 'run a query of the pack by its number or name; without one, show the menu')
    .argument('[name]', 'a number of the menu, or the name of a query')
    .addOption(
      new Option('--param <name=value>', 'a filter, e.g. country=FR,DE').argParser(parseParameter),
    )
    .addOption(atVersionOption('a version of the Silver table; all others as they were then'))
    .addOption(atTimeOption('the same by a time, UTC where it names no zone'))
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      (
        name: string | undefined,
        options: TablesOptions & {
          param?: ParameterValues;
          atVersion?: number;
          atTime?: number;
        },
      ) =>
        verb(async () => {
          const asked = {
            ...options,
            parameters: options.param ?? {},
            atVersion: options.atVersion ?? null,
            atTimeMs: options.atTime ?? null,
          };
          if (name === undefined) {
            const menu = await readMenu(options);
            answer(options, menu.json, () => menu.text);
          }
          const chosen = name ?? (options.json ? null : await askForQuery());
          if (chosen === null) return;
          const { json, text } = await query(asked, chosen);
          answer(options, json, () => text);
        })(options),
    );

  add('report', 'counts, best clients and overall figures in one go')
    .option('--batch', 'print and end, for scripts (it never asks anything)')
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const { json, text } = await report({
          ...options,
          parameters: {},
          atVersion: null,
          atTimeMs: null,
        });
        answer(options, json, () => text);
      }),
    );

  add('records', 'a page of the rows of a table, newest first')
    .argument('<table>', 'such as silver.<table>')
    .addOption(
      new Option('--sort <list>', 'e.g. amount:desc,name').argParser(parseSort).default([], 'none'),
    )
    .addOption(
      new Option('--filter <condition>', '"column op value"; several hold together')
        .argParser((typed, before: RecordFilter[]) => [...before, parseFilter(typed)])
        .default([], 'none'),
    )
    .addOption(new Option('--columns <list>', 'only these, in this order').argParser(listed))
    .addOption(
      new Option('--page <number>', 'from 1').argParser(numberBetween(1, 1e9, true)).default(1),
    )
    .addOption(
      new Option('--page-size <rows>', 'rows of a page')
        .argParser(numberBetween(1, 1_000, true))
        .default(50),
    )
    .addOption(atVersionOption('a version of the table'))
    .addOption(atTimeOption('the version of that time, UTC where it names no zone'))
    .option('--sums', 'also sum, average, least and most of every numeric column')
    .addOption(packOption())
    .addOption(jsonOption())
    .action((table: string, options) =>
      verb(async () => {
        const { json, text } = await records({
          ...options,
          table,
          filters: options.filter,
          columns: options.columns ?? null,
          atVersion: options.atVersion ?? null,
          atTimeMs: options.atTime ?? null,
          sums: options.sums ?? false,
        });
        answer(options, json, () => text);
      })(options),
    );

  add('diff', 'what changed between two versions of a table')
    .argument('<table>', 'such as gold.<table>')
    .argument('<from>', 'a version', wholeNumber)
    .argument('<to>', 'another', wholeNumber)
    .addOption(
      new Option('--limit <rows>', 'most rows')
        .argParser(numberBetween(1, 10_000, true))
        .default(50),
    )
    .addOption(packOption())
    .addOption(jsonOption())
    .action((table: string, fromVersion: number, toVersion: number, options) =>
      verb(async () => {
        const { json, text } = await diff({ ...options, table, fromVersion, toVersion });
        answer(options, json, () => text);
      })(options),
    );
}
