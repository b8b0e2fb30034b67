import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When a version of a table stood in its log, by the file's own time; null when it is not kept. */
export function committedAtMs(dataFolder, table, version) {
  const file = logFile(dataFolder, table, version);
  return existsSync(file) ? statSync(file).mtimeMs : null;
}

/** The version of Silver that an aggregate's version contains; null for another table. */
export function silverVersionOf(dataFolder, table, version) {
  const file = logFile(dataFolder, table, version);
  if (!existsSync(file)) return null;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const txn = line.startsWith('{"txn"') ? JSON.parse(line).txn : null;
    const silver = txn && /^silver:(silver\.\w+)$/.exec(txn.appId)?.[1];
    if (silver) return { table: silver, version: txn.version };
  }
  return null;
}

const logFile = (dataFolder, table, version) =>
  join(
    dataFolder,
    'delta',
    ...table.split('.'),
    '_delta_log',
    `${String(version).padStart(20, '0')}.json`,
  );
