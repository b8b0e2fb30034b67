import { Option } from 'commander';
import { analyticsText } from '../../bench/analytics-text';
import { benchText } from '../../bench/bench-text';
import { defaultDataFolder } from '../../settings/data-folder';
import { bench, benchAnalytics } from '../commands/bench';
import { absolutePath, durationMs, jsonOption, numberBetween } from '../command-options';
import { answer, packOption, verb, type AddVerb } from '../verb';

/** `bench`. */
export function addBenchVerb(add: AddVerb): void {
  add('bench', 'measure start, latency, drain, memory and files in a new data folder; minutes')
    .addOption(
      new Option('--folder <folder>', 'a new folder, removed afterwards')
        .argParser(absolutePath)
        .default(`${defaultDataFolder()}-bench`),
    )
    .addOption(new Option('--keep', 'keep the folder').default(false))
    .addOption(
      new Option('--for <time>', 'how long each rate is measured')
        .argParser(durationMs)
        .default(300_000, '5m'),
    )
    .addOption(
      new Option('--rates <list>', 'records per second, e.g. 500,2000')
        .argParser((text) => text.split(',').map(numberBetween(0.5, 5000)))
        .default([500, 2000], '500,2000'),
    )
    .addOption(
      new Option('--drain <records>', 'preloaded records to drain; 0 leaves it out')
        .argParser(numberBetween(0, 100_000_000, true))
        .default(1_000_000),
    )
    .option('--analytics', 'instead measure reading: named queries, small files, pages')
    .addOption(
      new Option('--rows <rows>', 'rows of Silver for --analytics')
        .argParser(numberBetween(1_000, 100_000_000, true))
        .default(1_000_000),
    )
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options, say) => {
        if (options.analytics) {
          const { folder: dataFolder, pack, keep, rows } = options;
          const read = await benchAnalytics({ dataFolder, pack, keep, rows }, say);
          answer(options, read, () => analyticsText(read));
          return 0;
        }
        const report = await bench(
          {
            dataFolder: options.folder,
            pack: options.pack,
            secondsOfEachRate: options.for / 1000,
            ratesPerSecond: options.rates,
            drainRecords: options.drain,
            keep: options.keep,
          },
          say,
        );
        answer(options, report, () => benchText(report));
        return report.ledger === 'ok' ? 0 : 1;
      }),
    );
}
