import { Option } from 'commander';
import { history, tables } from '../commands/tables';
import { jsonOption, numberBetween } from '../command-options';
import { answer, packOption, verb, type AddVerb } from '../verb';

/** The tables themselves: `tables`, `history`. */
export function addTableVerbs(add: AddVerb): void {
  add('tables', 'every table: rows, files, size, version and age')
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const { json, text } = await tables(options);
        answer(options, json, () => text);
      }),
    );

  add('history', 'the versions of a table, newest first: when, by what, and what changed')
    .argument('<table>', 'such as silver.<table>')
    .addOption(
      new Option('--limit <versions>', 'most versions')
        .argParser(numberBetween(1, 10_000, true))
        .default(20),
    )
    .addOption(packOption())
    .addOption(jsonOption())
    .action((table: string, options) =>
      verb(async () => {
        const { json, text } = await history({ ...options, table });
        answer(options, json, () => text);
      })(options),
    );
}
