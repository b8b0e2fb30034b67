import { Option } from 'commander';
import { runOnce } from '../commands/run';
import { durationMs, jsonOption, numberBetween } from '../command-options';
import { runSummaryText } from '../run-summary-text';
import { answer, packOption, verb, type AddVerb } from '../verb';

/** `run`. */
export function addRunVerb(add: AddVerb): void {
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
}
