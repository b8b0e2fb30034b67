import { Command, CommanderError } from 'commander';
import { dataFolderOption } from './command-options';
import { settlePack } from './settle-pack';
import type { AddVerb } from './verb';
import { addAnalysisVerbs } from './verbs/analysis';
import { addBenchVerb } from './verbs/bench';
import { addExportVerb } from './verbs/export';
import { addHealthVerbs } from './verbs/health';
import { addLifeCycleVerbs } from './verbs/life-cycle';
import { addOperationVerbs } from './verbs/operations';
import { addReadingVerbs } from './verbs/reading';
import { addRunVerb } from './verbs/run';
import { addSampleVerb } from './verbs/sample';
import { addTableVerbs } from './verbs/tables';
import { addUpkeepVerbs } from './verbs/upkeep';
import { addSettingsVerb } from './verbs/settings';
import { addSupportVerb } from './verbs/support';

/** The command line `deltadesk`. */
export function commandLine(version: string): Command {
  const program = new Command('deltadesk')
    .description('A local streaming lakehouse: Kafka, Spark and Delta Lake behind one command.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(deltadesk --help lists the commands and options)')
    .hook('preAction', (_, command) => settlePack(command));
  const add: AddVerb = (name, description) =>
    program
      .command(name)
      .description(description)
      .exitOverride()
      .showHelpAfterError(`(deltadesk ${name} --help lists the options)`)
      .addOption(dataFolderOption());
  addLifeCycleVerbs(add);
  addReadingVerbs(add);
  addTableVerbs(add);
  addUpkeepVerbs(add);
  addAnalysisVerbs(add);
  addHealthVerbs(add);
  addExportVerb(add);
  addRunVerb(add);
  addOperationVerbs(add);
  addSettingsVerb(add);
  addSupportVerb(add);
  addBenchVerb(add);
  addSampleVerb(add);
  return program;
}

/** Parses and runs; an unknown flag or command ends with exit code 2 and a hint. */
export async function runCommandLine(version: string, args: readonly string[]): Promise<void> {
  try {
    const program = commandLine(version);
    const [first, asked] = args;
    const isKnown = ['help', ...program.commands.map((each) => each.name())].includes(
      asked ?? 'help',
    );
    // Commander answers help for what there is not with all help, and no word about it.
    const typed = first === 'help' && !isKnown ? args.slice(1) : args;
    await program.parseAsync([...typed], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed its sentence; --help and --version end here with 0.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
