import type { ResetLevel, ResetPlan } from '../contract/reset';
import { Lake } from '../delta/lake';
import { toTableSummary } from '../delta/snapshot';
import type { DataPaths } from '../settings/paths';
import { measureFolder } from './measure-folder';
import { keptBy, resetTargets } from './reset-targets';

/** What a reset would delete and keep; changes nothing, and works while the pipeline runs. */
export async function planReset(paths: DataPaths, level: ResetLevel): Promise<ResetPlan> {
  const measured = await Promise.all(
    resetTargets(paths, level).map(async (target) => ({
      ...target,
      ...(await measureFolder(target.folder)),
    })),
  );
  return {
    level,
    dataFolder: paths.dataFolder,
    deletes: measured.filter(({ files }) => files > 0),
    tables: level === 'checkpoints' ? [] : await summariseTables(paths.delta),
    keeps: keptBy(level),
    confirmation: level === 'checkpoints' ? null : level,
  };
}

/** Tables that cannot be read are deleted like the others; they only have no figures. */
async function summariseTables(deltaFolder: string): Promise<ResetPlan['tables']> {
  const lake = new Lake(deltaFolder);
  try {
    const names = await lake.listTables();
    const snapshots = await Promise.allSettled(names.map((name) => lake.snapshot(name)));
    return snapshots.flatMap((one) =>
      one.status === 'fulfilled' ? [toTableSummary(one.value)] : [],
    );
  } finally {
    await lake.close();
  }
}
