import { readdir } from 'node:fs/promises';
import { totalmem } from 'node:os';
import type { FirstRun } from './contract/first-run';
import type { Lake } from './delta/lake';
import { advisedFreeBytes } from './doctor/checks/disk';
import { advisedMemoryBytes } from './doctor/checks/memory';
import type { HistorySource } from './history/history-source';
import { leastFreeBytes, readFreeBytes } from './settings/data-folder-disk';
import type { DataPaths } from './settings/paths';

export interface FirstRunParts {
  readonly paths: DataPaths;
  /** The folder's own tables. */
  readonly lake: Lake;
  readonly history: Pick<HistorySource, 'readJson'>;
  readonly sample: { isThere(): boolean };
}

/** Whether anything was ever started in the data folder, and what there is to start it with. */
export async function readFirstRun({
  paths,
  lake,
  history,
  sample,
}: FirstRunParts): Promise<FirstRun> {
  const [tables, kafkaFiles, runs, freeBytes] = await Promise.all([
    lake.listTables(),
    readdir(paths.kafka).catch(() => []),
    // A history that cannot be read was written by somebody.
    history.readJson('runs').catch(() => 'unreadable'),
    readFreeBytes(paths.dataFolder),
  ]);
  return {
    isNew: tables.length === 0 && kafkaFiles.length === 0 && runs === '[]',
    dataFolder: paths.dataFolder,
    freeBytes,
    neededBytes: leastFreeBytes,
    advisedBytes: advisedFreeBytes,
    memoryBytes: totalmem(),
    advisedMemoryBytes,
    hasSample: sample.isThere(),
  };
}
