import { cp, mkdir } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { DuckDbSession } from '../analytics/duckdb-session';
import type { StreamPack } from '../contract/stream-pack';
import { dataPaths } from '../settings/paths';
import { TableReading } from '../reading/table-reading';
import type { AnalyticsReport } from './analytics-report';
import { BenchSession, type BenchPlace } from './bench-session';
import { repeatTable, splitTable } from './copied-table';
import { measureDrain, preload } from './measure-drain';
import { measureLog } from './measure-log';
import { measurePages } from './measure-pages';
import { measureQueries } from './measure-queries';

export interface AnalyticsOptions {
  /** Rows of Silver that the streaming job writes. */
  readonly rows: number;
  readonly pack: StreamPack;
  readonly packFolder: string;
}

const smallFiles = 1_800;
const pagedRows = 10_000_000;
const loggedVersions = 100_000;

/**
 * Measures reading over tables that our own job wrote from a preloaded topic; then over copies of
 * them: the same rows in many small files, and ten million rows for pages. Nothing else runs
 * meanwhile. Copies lie in the data folder of the measurement.
 */
export async function measureAnalytics(
  place: BenchPlace,
  { rows, pack, packFolder }: AnalyticsOptions,
  say: (text: string) => void,
): Promise<AnalyticsReport> {
  await fill(place, rows, say);
  const open = (dataFolder: string) =>
    TableReading.open({ paths: dataPaths(dataFolder), pack, packFolder });
  const within = async <T>(dataFolder: string, use: (reading: TableReading) => Promise<T>) => {
    const reading = await open(dataFolder);
    try {
      return await use(reading);
    } finally {
      await reading.close();
    }
  };
  const silver = `silver.${pack.silver.table}`;
  const large = [`bronze.${pack.bronze.table}`, silver];
  const [small, many] = [join(place.dataFolder, 'small-files'), join(place.dataFolder, 'pages')];
  return within(place.dataFolder, async (reading) => {
    const { lake } = reading;
    say('Named queries…');
    const byJob = 'written by the streaming job, compacted as it runs';
    const ownFiles = await measureQueries(reading, pack, byJob, place.signal);
    say(`The same rows in ${smallFiles} files…`);
    const { spill: spillFolder } = dataPaths(small);
    await mkdir(spillFolder, { recursive: true });
    const session = await DuckDbSession.open({ spillFolder });
    try {
      for (const table of await lake.listTables()) {
        const target = dataPaths(small).table(table);
        if (large.includes(table)) await splitTable(session, lake, table, target, smallFiles);
        else await cp(lake.folderOf(table), target, { recursive: true });
      }
    } finally {
      session.close();
    }
    const split = `the job's rows of ${large.join(' and ')}, written again by DuckDB in small files`;
    const smallReport = await within(small, (one) =>
      measureQueries(one, pack, split, place.signal),
    );
    say(`Pages of ${pagedRows.toLocaleString('en')} rows…`);
    await repeatTable(lake, silver, dataPaths(many).table(silver), pagedRows);
    const repeated = "a synthetic table: the job's files of Silver, each several times";
    const pages = await within(many, (one) => measurePages(one, pack, repeated, place.signal));
    say(`A log of ${loggedVersions.toLocaleString('en')} versions…`);
    const longLog = dataPaths(join(place.dataFolder, 'long-log'));
    await repeatTable(lake, silver, longLog.table(silver), 1);
    const log = await measureLog(longLog.delta, silver, loggedVersions, place.signal);
    return {
      pack: pack.pack,
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      ownFiles,
      smallFiles: smallReport,
      pages,
      log,
    };
  });
}

/** A lake of so many rows, by the whole pipeline; it is stopped again whatever happens. */
async function fill(place: BenchPlace, rows: number, say: (text: string) => void): Promise<void> {
  say('Starting in a new data folder…');
  const first = await BenchSession.open(place, 1);
  try {
    await first.start();
    await preload(first, rows, say, place.signal);
  } finally {
    await first.stop();
  }
  say('Draining…');
  const { session } = await measureDrain(place);
  await session.stop();
}
