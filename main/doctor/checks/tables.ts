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
    if (names.length === 0) return notRun('There are no tables yet.');
    let files = 0;
    for (const name of names) {
      // A running job may replace a file between the two looks.
      const fault = (await findFault(lake, name)) && (await findFault(lake, name));
      if (fault) return fault;
      files += (await lake.snapshot(name)).files.length;
    }
    return passed(`${names.length} tables, ${files} files`);
  },
};

async function findFault(lake: Lake, name: TableName) {
  const { version, files } = await lake.snapshot(name);
  const newest = (await (await lake.logOf(name)).list()).commits.at(-1) ?? version;
  if (newest > version) {
    return broken(
      `The commit ${newest} of ${name} is torn.`,
      'Stop the pipeline and remove that file of _delta_log: its batch is written again.',
    );
  }
  for (const { path, sizeBytes } of files) {
    const size = await stat(path).then(
      (found) => found.size,
      () => null,
    );
    if (size === sizeBytes) continue;
    const what = size === null ? 'is missing' : `has ${size} bytes instead of ${sizeBytes}`;
    return broken(
      `${name}: ${path} ${what}.`,
      'Bring it back from a copy, or make the tables again with "deltadesk reset data".',
    );
  }
  return null;
}
