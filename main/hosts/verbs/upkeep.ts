import { Option } from 'commander';
import { compact, vacuum, type VacuumOptions } from '../commands/upkeep';
import { jsonOption, numberBetween, type CommonOptions } from '../command-options';
import { compactedText, vacuumedText } from '../texts/upkeep-text';
import { answer, verb, type AddVerb } from '../verb';

type VacuumVerbOptions = CommonOptions &
  Pick<VacuumOptions, 'dryRun' | 'yes'> & { readonly retentionHours?: number };

/** What looks after the files of a table: `compact`, `vacuum`. */
export function addUpkeepVerbs(add: AddVerb): void {
  add('compact', 'put the small files of a table together while the pipeline runs; rows stay')
    .argument('<table>', 'such as silver.<table>')
    .addOption(jsonOption())
    .action((table: string, options: CommonOptions) =>
      verb(async () => {
        const done = await compact({ ...options, table });
        answer(options, done, () => compactedText(done));
      })(options),
    );

  add('vacuum', 'delete files of a table that no version of the last hours needs; asks first')
    .argument('<table>', 'such as silver.<table>')
    .addOption(
      new Option(
        '--retention-hours <hours>',
        'what is kept; the setting tables.vacuumRetentionHours or 168 if not given',
      ).argParser(numberBetween(1, 24 * 365 * 10, true)),
    )
    .option('--dry-run', 'only tell what would be deleted', false)
    .option('--yes', 'do not ask for the word that confirms', false)
    .addOption(jsonOption())
    .action((table: string, options: VacuumVerbOptions) =>
      verb(async (_, say) => {
        const retentionHours = options.retentionHours ?? null;
        const done = await vacuum({ ...options, table, retentionHours }, say);
        answer(options, done, () => vacuumedText(done));
      })(options),
    );
}
