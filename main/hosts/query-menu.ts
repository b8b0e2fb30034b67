import { failed } from '../contract/failure';
import type { NamedQuery } from '../contract/query';

/** One numbered entry of the menu, with the queries that belong to it, first things first. */
export interface MenuEntry {
  readonly number: number;
  readonly title: string;
  readonly queries: readonly NamedQuery[];
}

/** The group whose queries are numbered (floor.md 6.3, 6.4). */
const numberedGroup = 'quick';

export function toMenu(queries: readonly NamedQuery[]): MenuEntry[] {
  const entries = new Map<number, NamedQuery[]>();
  for (const query of queries.filter(({ group }) => group === numberedGroup)) {
    const number = Math.floor(query.order);
    entries.set(number, [...(entries.get(number) ?? []), query]);
  }
  return [...entries].map(([number, parts]) => ({
    number,
    title: parts[0]!.title,
    queries: parts,
  }));
}

/** The menu, and below it the names of all other queries. */
export function menuText(queries: readonly NamedQuery[]): string {
  const entries = toMenu(queries).map(
    ({ number, title }) => `${String(number).padStart(4)}. ${title}`,
  );
  const others = queries.filter(({ group }) => group !== numberedGroup);
  const width = Math.max(0, ...others.map(({ name }) => name.length));
  const lines = others.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`);
  return ['Quick queries', ...entries, '', 'By name', ...lines].join('\n');
}

/** The queries that a number or name stands for. Fails with `QUERY_UNKNOWN` for another number. */
export function chooseQueries(queries: readonly NamedQuery[], chosen: string): MenuEntry {
  if (!/^\d+$/.test(chosen)) {
    const found = queries.find(({ name }) => name === chosen);
    // The reader of an unknown name knows the nearest ones.
    const title = found?.title ?? chosen;
    return { number: 0, title, queries: [found ?? { ...unknownQuery, name: chosen, title }] };
  }
  const menu = toMenu(queries);
  const entry = menu.find(({ number }) => number === Number(chosen));
  if (entry) return entry;
  const known = menu.map(({ number }) => number).join(', ');
  throw failed('QUERY_UNKNOWN', { query: chosen, known: known === '' ? 'none' : known });
}

const unknownQuery = { titleFr: '', group: '', order: 0, parameters: [] };
