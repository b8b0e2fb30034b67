import type { ResetDone, ResetPlan } from '../../contract/reset';
import { formatInteger, formatSize, formatTable } from './format';

const spoken = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** What a reset will delete and keep, for people. */
export function resetPlanText({ level, dataFolder, deletes, tables, keeps }: ResetPlan): string {
  const folders = deletes.map(({ what, folder, files, sizeBytes }) => [
    what,
    formatInteger(files),
    formatSize(sizeBytes),
    folder,
  ]);
  const rows = tables.map(({ table, rows: count, tableVersion }) => [
    table,
    formatInteger(count),
    formatInteger(tableVersion),
  ]);
  return [
    `The reset "${level}" of ${dataFolder} deletes:`,
    folders.length === 0
      ? 'nothing: nothing is there.'
      : formatTable(['what', 'files', 'size', 'folder'], folders),
    ...(rows.length === 0 ? [] : [formatTable(['table', 'rows', 'version'], rows)]),
    `It keeps ${spoken(keeps)}.`,
  ].join('\n');
}

/** What a reset has deleted, for people. */
export function resetDoneText({ level, deleted, tookMs }: ResetDone): string {
  const what = deleted.map((one) => `${one.what} (${formatSize(one.sizeBytes)})`);
  const text = what.length === 0 ? 'nothing, as nothing was there' : spoken(what);
  return `Reset "${level}" done in ${tookMs} ms: deleted ${text}.`;
}
