import {
  diffRequest,
  recordPageRequest,
  recordSummaryRequest,
  type RecordFilter,
  type RecordSummary,
  type VersionDiff,
} from '../../contract/records';
import { formatDuration, formatInteger } from '../texts/format';
import { cellText, rowsText } from '../texts/rows-text';
import { chosenVersion, toRequest, withTablesDoor } from '../tables-door';
import type { Answer } from './read';

export interface RecordsOptions {
  readonly dataFolder: string;
  readonly pack: string;
  readonly table: string;
  readonly columns: readonly string[] | null;
  readonly filters: readonly RecordFilter[];
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly atVersion: number | null;
  /** Instead of the version: a time, epoch milliseconds; null for none. */
  readonly atTimeMs: number | null;
  /** Whether the sums of all rows that the filters let through are asked for as well. */
  readonly sums: boolean;
}

/** One page of a table, and the sums of the selection when asked for. */
export function records(options: RecordsOptions): Promise<Answer<object>> {
  const { table, pageSize } = options;
  const filters = [...options.filters];
  return withTablesDoor(options, async (door) => {
    const atVersion = await chosenVersion(door, table, options);
    const page = await door.readPage(
      toRequest(recordPageRequest, {
        ...{ table, atVersion, filters, sort: [...options.sort] },
        columns: options.columns === null ? null : [...options.columns],
        offset: (options.page - 1) * pageSize,
        limit: pageSize,
      }),
    );
    const summary = options.sums
      ? await door.summarise(toRequest(recordSummaryRequest, { table, atVersion, filters }))
      : null;
    const first = page.offset + 1;
    const shown =
      page.rows.length === 0
        ? `no rows here of ${formatInteger(page.totalRows)}`
        : `rows ${formatInteger(first)}–${formatInteger(page.offset + page.rows.length)} of ${formatInteger(page.totalRows)}`;
    const version = `${page.table} v${page.tableVersion}`;
    const footer = [shown, version, formatDuration(page.elapsedMs)].join(' · ');
    const sums = summary === null ? '' : `\n\n${sumsText(summary)}`;
    return {
      json: summary === null ? page : { ...page, summary },
      text: `${rowsText(page.columns, page.rows)}\n${footer}${sums}`,
    };
  });
}

function sumsText({ columns, rowCount }: RecordSummary): string {
  const header = ['column', 'values', 'sum', 'average', 'least', 'most'];
  const rows = columns.map(({ name, values, sum, average, least, most }) => [
    ...[name, values, sum, average, least, most],
  ]);
  const names = header.map((name) => ({ name }));
  return `${rowsText(names, rows)}\nover ${formatInteger(rowCount)} rows`;
}

export interface DiffOptions {
  readonly dataFolder: string;
  readonly pack: string;
  readonly table: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly limit: number;
}

/** What changed between two versions of a table. */
export function diff(options: DiffOptions): Promise<Answer<VersionDiff>> {
  const { table, fromVersion, toVersion, limit } = options;
  return withTablesDoor(options, async (door) => {
    const request = toRequest(diffRequest, { table, fromVersion, toVersion, limit });
    const json = await door.readDiff(request);
    return { json, text: diffText(json) };
  });
}

const signs = { added: '+', removed: '-', changed: '~' } as const;

/** Added and removed rows whole, under their columns; changed ones as key and what became of each. */
function diffText(diff: VersionDiff): string {
  const { columns, key } = diff;
  const whole = diff.rows.flatMap(({ change, before, after }) =>
    change === 'changed' ? [] : [[signs[change], ...(after ?? before ?? [])]],
  );
  const changed = diff.rows.flatMap(({ change, before, after }) => {
    if (change !== 'changed') return [];
    const cells = columns.flatMap(({ name }, at) => {
      const [old, now] = [before?.[at] ?? null, after?.[at] ?? null];
      if (key?.includes(name)) return [`${name} ${cellText(now)}`];
      return old === now ? [] : [`${name}: ${cellText(old)} → ${cellText(now)}`];
    });
    return [`${signs.changed} ${cells.join('  ')}`];
  });
  const lines = [
    ...(whole.length === 0 ? [] : [rowsText([{ name: '' }, ...columns], whole)]),
    ...changed,
  ];
  const count = (number: number, word: string) => `${formatInteger(number)} ${word}`;
  const by = key === null ? 'whole rows' : `by ${key.join(', ')}`;
  return [
    ...lines,
    ...(diff.isTruncated ? ['… (--limit shows more)'] : []),
    `${diff.table} v${diff.fromVersion} → v${diff.toVersion}, ${by}: ${count(diff.added, 'added')}, ${count(diff.removed, 'removed')}, ${count(diff.changed, 'changed')}`,
    `${formatInteger(diff.filesRead)} of ${formatInteger(diff.files)} files read · ${formatDuration(diff.elapsedMs)}`,
  ].join('\n');
}
