import type { NamedQuery, ParameterValues } from '../../../../main/contract/query';

/** Time ranges that a person can choose, in minutes; `all` has no bound. */
export const ranges = { '5m': 5, '1h': 60, '24h': 1_440, all: null } as const;
export type Range = keyof typeof ranges;

/** Names of the filters by values; each is a parameter of the queries and of the address. */
export const setFilters = ['country', 'segment', 'category'] as const;
export type SetFilter = (typeof setFilters)[number];

/** What the dashboard is restricted to; an empty list restricts nothing. */
export interface Filters {
  readonly range: Range;
  readonly sets: Readonly<Record<SetFilter, readonly string[]>>;
  /** A version of the Silver table to look back to; null: live. */
  readonly version: number | null;
}

/** The filters that an address carries; whatever cannot be read restricts nothing. */
export function readFilters(parameters: Readonly<Record<string, string>>): Filters {
  const range = parameters['range'] ?? 'all';
  const version = Number(parameters['version'] ?? NaN);
  const list = (name: SetFilter) => parameters[name]?.split(',').filter(Boolean) ?? [];
  return {
    range: range in ranges ? (range as Range) : 'all',
    sets: { country: list('country'), segment: list('segment'), category: list('category') },
    version: Number.isInteger(version) && version >= 0 ? version : null,
  };
}

export const isFiltered = ({ range, sets }: Filters): boolean =>
  range !== 'all' || setFilters.some((name) => sets[name].length > 0);

/**
 * The filters as parameters of a query: those alone that it has. A range ends at `nowMs`, cut to
 * whole seconds, so that the panels of one moment ask for the same.
 */
export function toParameters(
  { range, sets }: Filters,
  query: Pick<NamedQuery, 'parameters'>,
  nowMs: number,
): ParameterValues {
  const has = (name: string) => query.parameters.some((parameter) => parameter.name === name);
  const minutes = ranges[range];
  const sinceMs = Math.floor(nowMs / 1_000) * 1_000 - (minutes ?? 0) * 60_000;
  return {
    ...(minutes !== null && has('since') ? { since: new Date(sinceMs).toISOString() } : {}),
    ...Object.fromEntries(
      setFilters.flatMap((name) =>
        sets[name].length > 0 && has(name) ? [[name, [...sets[name]]]] : [],
      ),
    ),
  };
}

/** Whether a query heeds every filter that is set. */
export function heedsAll(filters: Filters, query: Pick<NamedQuery, 'parameters'>): boolean {
  const has = (name: string) => query.parameters.some((parameter) => parameter.name === name);
  return (
    (filters.range === 'all' || has('since')) &&
    setFilters.every((name) => filters.sets[name].length === 0 || has(name))
  );
}
