import { describeFailure } from '../../contract/describe-failure';
import {
  tableHistoryRequest,
  type TableHistory,
  type TablesReport,
} from '../../contract/table-history';
import { formatDuration, formatInteger, formatSize, formatTable } from '../texts/format';
import { toRequest, withTablesDoor } from '../tables-door';
import type { Answer } from './read';

interface TablesOptions {
  readonly dataFolder: string;
  readonly pack: string;
}

/** Every table at its newest version. */
export function tables(options: TablesOptions): Promise<Answer<TablesReport>> {
  return withTablesDoor(options, async (door) => {
    const json = await door.readTables();
    return { json, text: tablesText(json) };
  });
}

/** One line a table; below them what cannot be read, and why. */
export function tablesText({ readAtMs, tables, unreadable }: TablesReport): string {
  if (tables.length + unreadable.length === 0) {
    return 'No tables yet: they appear with the first micro-batch.';
  }
  const header = ['layer', 'table', 'rows', 'files', 'size', 'version', 'age'];
  const rows = tables.map(({ table, tableVersion, committedAtMs, ...figures }) => [
    ...table.split('.'),
    formatInteger(figures.rows),
    formatInteger(figures.liveFiles),
    formatSize(figures.sizeBytes),
    String(tableVersion),
    ageText(readAtMs - committedAtMs),
  ]);
  const notes = unreadable.map(({ failure }) => {
    const { title, message, fix } = describeFailure(failure);
    return `${title}. ${message} ${fix}`;
  });
  return [...(rows.length > 0 ? [formatTable(header, rows)] : []), ...notes].join('\n');
}

const dayMs = 86_400_000;

/** Days where there are two or more of them; a clock that runs behind gives no negative age. */
function ageText(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  if (ms >= 2 * dayMs) return `${Math.floor(ms / dayMs)} days`;
  if (hours >= 1) return `${hours} h ${Math.floor((ms % 3_600_000) / 60_000)} min`;
  return formatDuration(Math.max(0, ms));
}

export interface HistoryOptions extends TablesOptions {
  readonly table: string;
  readonly limit: number;
}

/** The newest versions of a table. */
export function history(options: HistoryOptions): Promise<Answer<TableHistory>> {
  const { table, limit } = options;
  return withTablesDoor(options, async (door) => {
    const json = await door.readTableHistory(toRequest(tableHistoryRequest, { table, limit }));
    return { json, text: historyText(json) };
  });
}

/** One line a version, newest first; the marks that none of them has are left out. */
export function historyText({ table, kept, versions }: TableHistory): string {
  const marks = [
    { name: 'batch', of: (one: (typeof versions)[number]) => one.batchId },
    { name: 'silver version', of: (one: (typeof versions)[number]) => one.silverVersion },
  ].filter(({ of }) => versions.some((one) => of(one) !== null));
  const header = ['version', 'time (UTC)', 'operation', 'rows', 'files'];
  const rows = versions.map((one) => [
    String(one.version),
    new Date(one.committedAtMs).toISOString().replace('T', ' ').replace('Z', ''),
    one.operation ?? '—',
    changeText(one.rowsAdded, one.rowsRemoved),
    changeText(one.filesAdded, one.filesRemoved),
    ...marks.map(({ of }) => of(one)?.toString() ?? '—'),
  ]);
  const list = formatTable([...header, ...marks.map(({ name }) => name)], rows);
  const rest = versions.length < kept ? ' (--limit shows more)' : '';
  const noun = kept === 1 ? 'version' : 'versions';
  return `${list}\n${table}: ${formatInteger(versions.length)} of ${formatInteger(kept)} kept ${noun}${rest}`;
}

/** `+400 -2`; a part that is zero is left out, "—" when neither is known. */
function changeText(added: number | null, removed: number | null): string {
  if (added === null && removed === null) return '—';
  const parts = [
    ...(added === 0 ? [] : [`+${formatInteger(added)}`]),
    ...(removed === 0 ? [] : [`-${formatInteger(removed)}`]),
  ];
  return parts.length === 0 ? '0' : parts.join(' ');
}
