import { Argument, Option } from 'commander';
import { resetLevel, type ResetFrom, type ResetLevel } from '../../contract/reset';
import { examine } from '../commands/doctor';
import { moveFolder, moveText, type MoveOptions } from '../commands/move';
import { resetDataFolder } from '../commands/reset';
import { runEventsOnce } from '../commands/run-once';
import { partsByName, restartPart, type PartName } from '../commands/restart';
import { absolutePath, jsonOption, numberBetween, type CommonOptions } from '../command-options';
import { doctorText } from '../texts/doctor-text';
import { formatDuration } from '../texts/format';
import { runOnceText } from '../texts/run-once-text';
import { resetDoneText } from '../texts/reset-text';
import { answer, packOption, verb, type AddVerb } from '../verb';

/** What one does to a pipeline and its folder. */
export function addOperationVerbs(add: AddVerb): void {
  add('doctor', 'check machine, files, broker and tables; each fault with its remedy')
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const report = await examine(options);
        answer(options, report, () => doctorText(report));
        return report.ok ? 0 : 1;
      }),
    );

  add('run-once', 'send some events, follow them through all layers, verify; leave all as it was')
    .addOption(
      new Option('--events <number>', 'how many')
        .argParser(numberBetween(1, 10_000, true))
        .default(50),
    )
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const done = await runEventsOnce(options);
        answer(options, done, () => runOnceText(done));
        return done.ledger === 'ok' && done.acknowledged === done.events ? 0 : 1;
      }),
    );

  add('restart', 'restart one part while the others go on; starts it if it was left out')
    .addArgument(new Argument('<part>', 'which').choices(Object.keys(partsByName)))
    .addOption(jsonOption())
    .action((part: PartName, options: CommonOptions) =>
      verb(async () => {
        const done = await restartPart(options.dataFolder, part);
        answer(options, done, () => `The ${part} runs again after ${formatDuration(done.tookMs)}.`);
      })(options),
    );

  add('reset', 'delete checkpoints, data (tables too) or everything (topics too)')
    .addArgument(new Argument('<level>', 'how much').choices(resetLevel.options))
    .addOption(
      new Option('--from <where>', 'after a reset of checkpoints: where the next ones begin')
        .choices(['earliest', 'latest'])
        .default('latest'),
    )
    .option('--stop', 'stop a running pipeline first', false)
    .option('--yes', 'do not ask for the word that confirms', false)
    .addOption(jsonOption())
    .action((level: ResetLevel, options: ResetVerbOptions) =>
      verb(async (_, say) => {
        const done = await resetDataFolder({ ...options, level }, say);
        answer(options, done, () => resetDoneText(done));
      })(options),
    );

  add('move', 'copy the data folder elsewhere, verify and use the copy; the old one stays')
    .requiredOption('--to <folder>', 'a new or empty folder', absolutePath)
    .option('--stop', 'stop what runs on it first', false)
    .option('--remove-old', 'remove the old folder, of this or an earlier move', false)
    .option('--yes', 'do not ask for the word that confirms the removal', false)
    .addOption(jsonOption())
    .action(
      verb(async (options: CommonOptions & MoveOptions, say) => {
        const done = await moveFolder(options, say);
        answer(options, done, () => moveText(done));
      }),
    );
}

interface ResetVerbOptions extends CommonOptions {
  readonly from: ResetFrom;
  readonly stop: boolean;
  readonly yes: boolean;
}
