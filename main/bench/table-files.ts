import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Lake } from '../delta/lake';
import type { TableFilesReport } from './bench-report';

/** The files of every table that can be read, live, dead and of the log. */
export async function measureTableFiles(lake: Lake): Promise<TableFilesReport[]> {
  const reports: TableFilesReport[] = [];
  for (const table of await lake.listTables()) {
    const folder = lake.folderOf(table);
    const snapshot = await lake.snapshot(table);
    const live = new Set(snapshot.files.map(({ path }) => resolve(path)));
    const sums = { live: [0, 0], dead: [0, 0], log: [0, 0] };
    for (const path of await filesBelow(folder)) {
      const isLog = relative(folder, path).startsWith('_delta_log');
      const sum = sums[isLog ? 'log' : live.has(resolve(path)) ? 'live' : 'dead'];
      sum[0]! += 1;
      sum[1]! += (await stat(path).catch(() => null))?.size ?? 0;
    }
    reports.push({
      table,
      versions: snapshot.version + 1,
      liveFiles: sums.live[0]!,
      liveBytes: sums.live[1]!,
      deadFiles: sums.dead[0]!,
      deadBytes: sums.dead[1]!,
      logFiles: sums.log[0]!,
      logBytes: sums.log[1]!,
    });
  }
  return reports;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const below = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : Promise.resolve([path]);
    }),
  );
  return below.flat();
}
