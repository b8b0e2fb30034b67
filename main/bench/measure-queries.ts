import type { StreamPack } from '../contract/stream-pack';
import type { TableReading } from '../reading/table-reading';
import type { QueriesReport, QueryTimes } from './analytics-report';
import { quantiles } from './quantiles';

const repeats = 20;
/** Before all sales: every row passes, and yet the filtered form of a query is taken. */
const longAgo = '2000-01-01T00:00:00Z';

/**
 * Every named query of the pack, in turns, so that a slow moment of the machine falls on all of them;
 * no answer comes from the cache. The first turn is left out: it opens the files.
 */
export async function measureQueries(
  reading: TableReading,
  pack: StreamPack,
  madeBy: string,
  signal: AbortSignal,
): Promise<QueriesReport> {
  const forms = (await reading.listQueries()).flatMap(({ name, parameters }) => {
    const time = parameters.find(({ type }) => type === 'timestamp');
    const filtered = time ? [{ name, parameters: { [time.name]: longAgo } }] : [];
    return [{ name, parameters: {} }, ...filtered].map((form) => ({
      ...form,
      times: [] as number[],
    }));
  });
  for (let turn = 0; turn <= repeats; turn++) {
    for (const { name, parameters, times } of forms) {
      const fromMs = performance.now();
      await reading.runQuery(name, { parameters }, { signal, fromCache: false });
      if (turn > 0) times.push(performance.now() - fromMs);
    }
  }
  const silver = await reading.lake.snapshot(`silver.${pack.silver.table}`);
  return {
    silverRows: silver.files.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
    silverFiles: silver.files.length,
    madeBy,
    queries: forms
      .map(({ name, parameters, times }): QueryTimes => {
        return { name, filtered: Object.keys(parameters).length > 0, ...quantiles(times) };
      })
      .sort((a, b) => b.p95 - a.p95),
  };
}
