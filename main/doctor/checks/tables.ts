import { say } from '../../contract/doctor-sentences';
import { stat } from 'node:fs/promises';
import type { TableName } from '../../contract/delta';
import type { Lake } from '../../delta/lake';
import { broken, notRun, passed, type Check } from '../check';

/** The newest commit of each table parses, and the files it speaks of are there, whole. */
export const tables: Check = {
  id: 'tables',
  question: 'Are the tables whole at their newest version?',
  ask: async ({ lake }) => {
    const names = await lake.listTables();
    if (names.length === 0) return notRun(say('noTables'));
    let files = 0;
    for (const name of names) {
      // A running job may replace a file between the two looks.
      const fault = (await findFault(lake, name)) && (await findFault(lake, name));
      if (fault) return fault;
      files += (await lake.snapshot(name)).files.length;
    }
    return passed(say('tablesWhole', { tables: names.length, files }));
  },
};

async function findFault(lake: Lake, name: TableName) {
  const { version, files } = await lake.snapshot(name);
  const newest = (await (await lake.logOf(name)).list()).commits.at(-1) ?? version;
  if (newest > version) {
    return broken(say('commitTorn', { version: newest, table: name }), say('doRemoveTorn'));
  }
  for (const { path, sizeBytes } of files) {
    const size = await stat(path).then(
      (found) => found.size,
      () => null,
    );
    if (size === sizeBytes) continue;
    const file = { table: name, file: path };
    return broken(
      size === null
        ? say('tableFileMissing', file)
        : say('tableFileWrongSize', { ...file, size, sizeBytes }),
      say('doBringBack'),
    );
  }
  return null;
}
