import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { AnalyticsReport } from '../../bench/analytics-report';
import type { BenchReport } from '../../bench/bench-report';
import type { BenchPlace } from '../../bench/bench-session';
import { measureAnalytics } from '../../bench/measure-analytics';
import { runBench } from '../../bench/run-bench';
import { failed } from '../../contract/failure';
import { findInstallation } from '../../settings/installation';
import { findJava } from '../../settings/java-runtime';
import { loadPack } from '../../settings/load-pack';
import { whenAskedToEnd } from '../when-asked-to-end';

export interface BenchCommandOptions {
  /** A folder that does not exist yet, or is empty; it is removed afterwards. */
  readonly dataFolder: string;
  readonly pack: string;
  readonly secondsOfEachRate: number;
  readonly ratesPerSecond: readonly number[];
  readonly drainRecords: number;
  readonly keep: boolean;
}

/** `deltadesk bench`: Ctrl-C ends it in order and fails with `REQUEST_CANCELLED`. */
export function bench(
  options: BenchCommandOptions,
  say: (text: string) => void,
): Promise<BenchReport> {
  return inNewFolder(options, async (place, { pack }) =>
    runBench(
      place,
      {
        seconds: options.secondsOfEachRate,
        ratesPerSecond: options.ratesPerSecond,
        drainRecords: options.drainRecords,
        chartQuery: pack.headline.chartQuery,
        java: (await findJava(process.env)).version,
      },
      say,
    ),
  );
}

/** `deltadesk bench --analytics`: reading alone, over so many rows; ends like `bench`. */
export function benchAnalytics(
  options: { dataFolder: string; pack: string; keep: boolean; rows: number },
  say: (text: string) => void,
): Promise<AnalyticsReport> {
  return inNewFolder(options, (place, { pack, folder }) =>
    measureAnalytics(place, { rows: options.rows, pack, packFolder: folder }, say),
  );
}

async function inNewFolder<T>(
  { dataFolder, pack: name, keep }: { dataFolder: string; pack: string; keep: boolean },
  measure: (place: BenchPlace, loaded: ReturnType<typeof loadPack>) => Promise<T>,
): Promise<T> {
  if (existsSync(dataFolder) && !statSync(dataFolder).isDirectory()) {
    throw failed('DATA_FOLDER_NOT_A_FOLDER', { folder: dataFolder });
  }
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) {
    throw failed('BENCH_FOLDER_NOT_EMPTY', { folder: dataFolder });
  }
  const installation = await findInstallation();
  const loaded = loadPack(installation.resourcesFolder, name);
  const cancel = new AbortController();
  void whenAskedToEnd().then(() => cancel.abort());
  const { signal } = cancel;
  try {
    return await measure({ dataFolder, installation, pack: loaded.pack.pack, signal }, loaded);
  } catch (error) {
    throw signal.aborted ? failed('REQUEST_CANCELLED', { request: 'bench' }) : error;
  } finally {
    if (!keep) await rm(dataFolder, { recursive: true, force: true });
  }
}
