import type { TableCompacted, TableVacuumed } from '../../contract/table-upkeep';
import { formatDuration, formatInteger, formatSize } from './format';

/** `1 file`, `12 files`. */
const counted = (count: number, noun: string) =>
  `${formatInteger(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A compaction for people. */
export function compactedText(done: TableCompacted): string {
  const { table, filesBefore, filesAfter, bytesBefore, bytesAfter, tableVersion } = done;
  if (filesAfter === filesBefore)
    return `${table}: nothing to put together, ${counted(filesBefore, 'file')}.`;
  const sizes = `${formatSize(bytesBefore)} became ${formatSize(bytesAfter)}`;
  return [
    `${table}: ${counted(filesBefore, 'file')} became ${formatInteger(filesAfter)}, ${sizes}, version ${formatInteger(tableVersion)}, ${formatDuration(done.tookMs)}.`,
    `No micro-batch waited longer than ${formatDuration(done.longestWaitMs)}. Replaced files stay until a vacuum.`,
  ].join('\n');
}

/** A vacuum, or what it would do, for people. */
export function vacuumedText(done: TableVacuumed): string {
  const { table, files, sizeBytes, deleted, retentionHours, keptFromVersion } = done;
  const within = `of the last ${counted(retentionHours, 'hour')}`;
  if (files === 0) return `${table}: nothing to delete, versions ${within} need every file.`;
  const what = `${counted(files, 'file')} (${formatSize(sizeBytes)})`;
  return [
    `${table}: ${deleted ? 'deleted' : 'would delete'} ${what} that no version ${within} needs.`,
    `Versions before ${formatInteger(keptFromVersion)} ${deleted ? 'may no longer' : 'could then no longer'} be read.`,
  ].join('\n');
}
