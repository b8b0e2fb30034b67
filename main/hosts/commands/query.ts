import { createInterface } from 'node:readline/promises';
import { FailureError } from '../../contract/failure';
import { describeFailure } from '../../contract/describe-failure';
import { queryRequest, type ParameterValues, type QueryResult } from '../../contract/query';
import { formatDuration, formatInteger } from '../texts/format';
import { chooseQueries, menuText, type MenuEntry } from '../query-menu';
import { rowsText } from '../texts/rows-text';
import { chosenVersion, toRequest, withTablesDoor, type TablesDoor } from '../tables-door';
import type { Answer } from './read';

export interface QueryOptions {
  readonly dataFolder: string;
  readonly pack: string;
  readonly parameters: ParameterValues;
  /** A version of the pack's Silver table; null for the newest. */
  readonly atVersion: number | null;
  /** Instead of the version: a time, epoch milliseconds; null for none. */
  readonly atTimeMs: number | null;
}

interface QueryPart extends QueryResult {
  readonly name: string;
  readonly title: string;
}

/** The menu alone. */
export function readMenu(options: { dataFolder: string; pack: string }): Promise<Answer<object>> {
  return withTablesDoor(options, async (door) => {
    const queries = await door.listQueries();
    return { json: { queries }, text: menuText(queries) };
  });
}

/** A query by its name, or the parts of an entry of the menu by its number. */
export function query(options: QueryOptions, chosen: string): Promise<Answer<object>> {
  return withTablesDoor(options, async (door) => {
    const entry = chooseQueries(await door.listQueries(), chosen);
    const parts = await runEntry(door, entry, options);
    const { number, title } = entry;
    const json = number === 0 ? parts[0]! : { number, title, parts };
    return { json, text: parts.map(partText).join('\n\n') };
  });
}

/** Entries of the quick report (S1-2). */
const reported = ['5', '6', '10'];

/** The quick report: counts, best clients, figures; what is not there yet is said and no failure. */
export function report(options: QueryOptions): Promise<Answer<object>> {
  return withTablesDoor(options, async (door) => {
    const queries = await door.listQueries();
    const entries = [];
    const texts: string[] = [];
    for (const entry of reported.map((number) => chooseQueries(queries, number))) {
      const { number, title } = entry;
      try {
        const parts = await runEntry(door, entry, options);
        entries.push({ number, title, parts });
        texts.push(...parts.map(partText));
      } catch (error) {
        const isAbsent = error instanceof FailureError && error.failure.code === 'TABLE_UNKNOWN';
        if (!isAbsent) throw error;
        entries.push({ number, title, parts: [] });
        texts.push(`${title}\nNot available yet. ${describeFailure(error.failure).title}.`);
      }
    }
    return { json: { entries }, text: texts.join('\n\n') };
  });
}

/** The number or name that a person types; null where nobody can, or for nothing. */
export async function askForQuery(): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const typed = await terminal.question('\nNumber or name (Enter to leave): ');
    return typed.trim() === '' ? null : typed.trim();
  } catch {
    return null;
  } finally {
    terminal.close();
  }
}

async function runEntry(
  door: TablesDoor,
  { queries }: MenuEntry,
  { parameters, ...time }: QueryOptions,
): Promise<QueryPart[]> {
  const parts: QueryPart[] = [];
  const atVersion = await chosenVersion(door, null, time);
  for (const { name, title } of queries) {
    const request = toRequest(queryRequest, { name, parameters, atVersion });
    parts.push({ name, title, ...(await door.runQuery(request)) });
  }
  return parts;
}

function partText({ title, columns, rows, tableVersions, elapsedMs, isTruncated }: QueryPart) {
  const versions = Object.entries(tableVersions).map(([table, version]) => `${table} v${version}`);
  const count = `${formatInteger(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`;
  const footer = [
    isTruncated ? `${count} (more were cut off)` : count,
    ...(versions.length > 0 ? [versions.join(', ')] : []),
    formatDuration(elapsedMs),
  ];
  return `${title}\n${rowsText(columns, rows)}\n${footer.join(' · ')}`;
}
