import { Option } from 'commander';
import { readLag, watchLag } from '../commands/lag';
import { readStatus, runSql, verify, verifyAggregates } from '../commands/read';
import { traceEvent } from '../commands/trace';
import { jsonOption, numberBetween, type CommonOptions } from '../command-options';
import { answer, packOption, verb, type AddVerb } from '../verb';

/** What is asked of a pipeline and its tables: `status`, `lag`, `verify`, `sql`, `trace`. */
export function addReadingVerbs(add: AddVerb): void {
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
    .addOption(new Option('--watch', 'every second until Ctrl-C; with --json one line each'))
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        if (options.watch) return watchLag(options, process.stdout);
        const { json, text } = await readLag(options);
        answer(options, json, () => text);
        return;
      }),
    );

  add('verify', 'prove that nothing was lost and nothing counted twice')
    .option('--aggregates', 'only that every aggregate equals its recompute from Silver')
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const { json, text } = options.aggregates
          ? await verifyAggregates(options)
          : await verify(options);
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

  add('trace', 'the way of one event: producer, broker, and the commit of every table it is in')
    .argument('<event-id>', 'the event_id of a row')
    .addOption(packOption())
    .addOption(jsonOption())
    .action((eventId: string, options: CommonOptions & { pack: string }) =>
      verb(async () => {
        const { json, text } = await traceEvent({ ...options, eventId });
        answer(options, json, () => text);
      })(options),
    );
}
