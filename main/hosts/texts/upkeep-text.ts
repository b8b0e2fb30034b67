import type { TableCompacted, TableVacuumed } from '../../contract/table-upkeep';
import { formatDuration, formatInteger, formatSize } from './format';

/** A compaction for people. */
export function compactedText(done: TableCompacted): string {
  const { table, filesBefore, filesAfter, bytesBefore, bytesAfter, tableVersion } = done;
  if (filesAfter === filesBefore)
    return `${table}: nothing to put together, ${formatInteger(filesBefore)} files.`;
  const sizes = `${formatSize(bytesBefore)} became ${formatSize(bytesAfter)}`;
  return [
    `${table}: ${formatInteger(filesBefore)} files became ${formatInteger(filesAfter)}, ${sizes}, version ${formatInteger(tableVersion)}, ${formatDuration(done.tookMs)}.`,
    `No micro-batch waited longer than ${formatDuration(done.longestWaitMs)}. Replaced files stay until a vacuum.`,
  ].join('\n');
}

/** A vacuum, or what it would do, for people. */
export function vacuumedText(done: TableVacuumed): string {
  const { table, files, sizeBytes, deleted, retentionHours, keptFromVersion } = done;
  const within = `of the last ${formatInteger(retentionHours)} hours`;
  if (files === 0) return `${table}: nothing to delete, versions ${within} need every file.`;
  const what = `${formatInteger(files)} files (${formatSize(sizeBytes)})`;
  return [
    `${table}: ${deleted ? 'deleted' : 'would delete'} ${what} that no version ${within} needs.`,
    `Versions before ${formatInteger(keptFromVersion)} ${deleted ? 'may no longer' : 'could then no longer'} be read.`,
  ].join('\n');
}
