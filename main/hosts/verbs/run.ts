import { Option } from 'commander';
import { failed } from '../../contract/failure';
import { runOnce } from '../commands/run';
import { absolutePath, durationMs, jsonOption, numberBetween } from '../command-options';
import { faultDifference } from '../texts/faults-text';
import { replayText } from '../texts/replay-text';
import { runSummaryText } from '../texts/run-summary-text';
import { answer, packOption, verb, withOption, type AddVerb } from '../verb';

/** More than the broker takes: a replay is paced by its acknowledgements. */
const replayRatePerSecond = 100_000;

/** The range of the generators (floor.md section 2). */
const mostGeneratedPerSecond = 5000;

const mostFaults = 1_000_000;

/** `--late 20`: so many records beside those that `--count` or `--for` asks for. */
const faultOption = (flag: string, description: string) =>
  new Option(`${flag} <records>`, `${description}, beside the ordinary ones`)
    .argParser(numberBetween(0, mostFaults, true))
    .conflicts('replay');

/** `run`. */
export function addRunVerb(add: AddVerb): void {
  add('run', 'start, produce, wait until all is in the aggregates, verify, stop, summarise')
    .addOption(
      new Option(
        '--count <records>',
        'so many ordinary records; faults come on top (1000 when neither is given)',
      )
        .argParser(numberBetween(1, 100_000_000, true))
        .conflicts('for'),
    )
    .addOption(new Option('--for <time>', 'so long, e.g. 90s or 5m').argParser(durationMs))
    .addOption(
      new Option(
        '--rate <records>',
        'records per second (100; a replay as fast as it goes)',
      ).argParser(numberBetween(0.5, 100_000)),
    )
    .addOption(
      new Option('--seed <number>', 'same seed, same records')
        .argParser(numberBetween(0, 2 ** 31 - 1, true))
        .default(1),
    )
    .addOption(faultOption('--late', 'events whose window has closed'))
    .addOption(faultOption('--duplicate', 'events that were sent before'))
    .addOption(faultOption('--malformed', 'records of all kinds that are rejected'))
    .addOption(
      new Option('--replay <file>', 'send a CSV or JSON-lines file instead; repeatable')
        .argParser((file: string, before: string[] | undefined) => [
          ...(before ?? []),
          absolutePath(file),
        ])
        .conflicts(['for', 'count']),
    )
    .addOption(new Option('--yes', 'replay events of closed windows too'))
    .addOption(packOption())
    .addOption(withOption())
    .addOption(jsonOption())
    .action(
      verb(async (options, say) => {
        const forMs: number | null = options.for ?? null;
        if (!options.replay && options.rate > mostGeneratedPerSecond) {
          const reason = `Generated are at most ${mostGeneratedPerSecond} records per second.`;
          throw failed('SETTING_INVALID', { setting: '--rate', reason });
        }
        const summary = await runOnce(
          {
            dataFolder: options.dataFolder,
            pack: options.pack,
            alongside: options.with,
            count: forMs === null ? (options.count ?? 1000) : null,
            forMs,
            ratePerSecond: options.rate ?? (options.replay ? replayRatePerSecond : 100),
            seed: options.seed,
            replayFiles: options.replay ?? [],
            faults: {
              late: options.late ?? 0,
              duplicate: options.duplicate ?? 0,
              malformed: options.malformed ?? 0,
            },
            isAgreed: options.yes ?? false,
          },
          say,
        );
        answer(options, summary, () =>
          [runSummaryText(summary), ...(summary.replay ? [replayText(summary.replay)] : [])].join(
            '\n',
          ),
        );
        const difference = summary.faults && faultDifference(summary.faults, summary.repeatedSends);
        if (difference !== null) process.stderr.write(`${difference}\n`);
        const ledgers = [summary, ...summary.alongside].map(({ ledger }) => ledger);
        return ledgers.includes('broken') || difference !== null ? 1 : 0;
      }),
    );
}
