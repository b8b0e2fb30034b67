import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { BenchReport } from '../../bench/bench-report';
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
export async function bench(
  options: BenchCommandOptions,
  say: (text: string) => void,
): Promise<BenchReport> {
  const { dataFolder } = options;
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) {
    throw failed('BENCH_FOLDER_NOT_EMPTY', { folder: dataFolder });
  }
  const installation = await findInstallation();
  const { pack } = loadPack(installation.resourcesFolder, options.pack);
  const cancel = new AbortController();
  void whenAskedToEnd().then(() => cancel.abort());
  try {
    return await runBench(
      { dataFolder, installation, pack: pack.pack, signal: cancel.signal },
      {
        seconds: options.secondsOfEachRate,
        ratesPerSecond: options.ratesPerSecond,
        drainRecords: options.drainRecords,
        chartQuery: pack.headline.chartQuery,
        java: (await findJava(process.env)).version,
      },
      say,
    );
  } catch (error) {
    throw cancel.signal.aborted ? failed('REQUEST_CANCELLED', { request: 'bench' }) : error;
  } finally {
    if (!options.keep) await rm(dataFolder, { recursive: true, force: true });
  }
}
