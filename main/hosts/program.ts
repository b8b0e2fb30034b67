import { Command, CommanderError, Option } from 'commander';
import { toFailure } from '../contract/failure';
import { runApp } from './commands/app';
import { readLag, readStatus, runSql, verify } from './commands/read';
import { runOnce } from './commands/run';
import { startInBackground } from './commands/start';
import { stopInstance } from './commands/stop';
import {
  dataFolderOption,
  durationMs,
  jsonOption,
  numberBetween,
  type CommonOptions,
} from './command-options';
import { reportFailure } from './report-failure';
import { runSummaryText } from './run-summary-text';

/** Everything a verb prints for people goes to stderr with `--json`, so that stdout is one object. */
type Say = (text: string) => void;
const print = (text: string) => process.stdout.write(`${text}\n`);

/**
 * Runs one verb: prints its answer, or the failure with its remedy. Exit codes: 0 done, 1 failed
 * (or: a check did not hold), 2 the command line was not understood.
 */
function verb<O extends CommonOptions>(run: (options: O, say: Say) => Promise<number | void>) {
  return async (options: O): Promise<void> => {
    const say: Say = options.json ? () => undefined : print;
    try {
      process.exitCode = (await run(options, say)) ?? 0;
    } catch (error) {
      reportFailure(toFailure(error), options.json ?? false);
      process.exitCode = 1;
    }
  };
}

const packOption = () => new Option('--pack <pack>', 'stream pack').default('sales');
const answer = (options: CommonOptions, json: unknown, text: () => string) =>
  print(options.json ? JSON.stringify(json) : text());

/** The command line `deltadesk`. */
export function commandLine(version: string): Command {
  const program = new Command('deltadesk')
    .description('A local streaming lakehouse: Kafka, Spark and Delta Lake behind one command.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(deltadesk --help lists the commands and options)');
  const add = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .exitOverride()
      .showHelpAfterError(`(deltadesk ${name} --help lists the options)`)
      .addOption(dataFolderOption());

  add('app', 'open the control center and start the pipeline; Ctrl-C stops everything')
    .addOption(
      new Option('--host <host>', 'where it opens').choices(['desktop', 'browser', 'none']),
    )
    .option('--idle', 'do not start the pipeline', false)
    .addOption(packOption())
    .action(verb((options) => runApp({ ...options, host: options.host ?? null })));

  add('start', 'start the pipeline in the background and wait until it runs')
    .option('--idle', 'start the control center alone', false)
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options, say) => {
        const started = await startInBackground(options, say);
        answer(options, started, () => `Running (pid ${started.pid}). Window: ${started.address}`);
      }),
    );

  add('stop', 'stop everything that runs on the data folder')
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const wasRunning = await stopInstance(options.dataFolder);
        answer(options, { stopped: wasRunning }, () =>
          wasRunning ? 'Stopped. Nothing is left running.' : 'Nothing was running.',
        );
      }),
    );

  add('status', 'state of every part, lag, rows, latency')
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const { json, text } = await readStatus(options);
        answer(options, json, () => text);
      }),
    );

  add('lag', 'records that the streaming query has not processed yet, by partition')
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const { json, text } = await readLag(options);
        answer(options, json, () => text);
      }),
    );

  add('verify', 'prove that nothing was lost and nothing counted twice')
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const { json, text } = await verify(options);
        answer(options, json, () => text);
        return json.ok ? 0 : 1;
      }),
    );

  add('sql', 'run one read-only statement over the tables, named <layer>.<table>')
    .argument('<statement>', 'a SELECT or EXPLAIN statement')
    .addOption(new Option('--limit <rows>', 'most rows').argParser(numberBetween(1, 10_000, true)))
    .addOption(jsonOption())
    .action((statement: string, options: CommonOptions & { limit?: number }) =>
      verb(async () => {
        const { json, text } = await runSql({ ...options, sql: statement });
        answer(options, json, () => text);
      })(options),
    );

  add('run', 'start, produce, wait until all is in the aggregates, verify, stop, summarise')
    .addOption(
      new Option('--count <records>', 'so many records (1000 when neither is given)')
        .argParser(numberBetween(1, 100_000_000, true))
        .conflicts('for'),
    )
    .addOption(new Option('--for <time>', 'so long, e.g. 90s or 5m').argParser(durationMs))
    .addOption(
      new Option('--rate <records>', 'records per second')
        .argParser(numberBetween(0.5, 5000))
        .default(100),
    )
    .addOption(
      new Option('--seed <number>', 'same seed, same records')
        .argParser(numberBetween(0, 2 ** 31 - 1, true))
        .default(1),
    )
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options, say) => {
        const forMs: number | null = options.for ?? null;
        const summary = await runOnce(
          {
            dataFolder: options.dataFolder,
            pack: options.pack,
            count: forMs === null ? (options.count ?? 1000) : null,
            forMs,
            ratePerSecond: options.rate,
            seed: options.seed,
          },
          say,
        );
        answer(options, summary, () => runSummaryText(summary));
        return summary.ledger === 'ok' ? 0 : 1;
      }),
    );

  return program;
}

/** Parses and runs; an unknown flag or command ends with exit code 2 and a hint. */
export async function runCommandLine(version: string, args: readonly string[]): Promise<void> {
  try {
    await commandLine(version).parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed its sentence; --help and --version end here with 0.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
