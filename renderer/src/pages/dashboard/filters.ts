import type { NamedQuery, ParameterValues } from '../../../../main/contract/query';

/** Time ranges that a person can choose, in minutes; `all` has no bound. */
export const ranges = { '5m': 5, '1h': 60, '24h': 1_440, all: null } as const;
export type Range = keyof typeof ranges;

/** From a time to before another, ISO text; null is without a bound. */
export interface CustomRange {
  readonly from: string | null;
  readonly until: string | null;
}

/** What the dashboard is restricted to; an empty list restricts nothing. */
export interface Filters {
  readonly range: Range | CustomRange;
  /** Chosen values by the name of the filter, which is a parameter of the queries and the address. */
  readonly sets: Readonly<Record<string, readonly string[]>>;
  /** A version of the Silver table to look back to; null: live. */
  readonly version: number | null;
}

type Parameters = Readonly<Record<string, string>>;
type Asks = Pick<NamedQuery, 'parameters'>;

/** The filters by values that queries have: those of their parameters that take a set of texts. */
export function setNames(queries: readonly Asks[]): string[] {
  const sets = queries.flatMap(({ parameters }) =>
    parameters.filter(({ type }) => type === 'text[]').map(({ name }) => name),
  );
  return [...new Set(sets)];
}

/** The filters that an address carries; whatever cannot be read restricts nothing. */
export function readFilters(parameters: Parameters, names: readonly string[]): Filters {
  const version = Number(parameters['version'] ?? NaN);
  const list = (name: string) => readValues(parameters[name] ?? '');
  return {
    range: readRange(parameters),
    sets: Object.fromEntries(names.map((name) => [name, list(name)])),
    version: Number.isInteger(version) && version >= 0 ? version : null,
  };
}

/** Values of a set as an address carries them: with commas between, and none inside. */
export const writeValues = (values: readonly string[]): string =>
  values.map(encodeURIComponent).join(',');

function readValues(text: string): string[] {
  const decoded = (value: string) => {
    try {
      return decodeURIComponent(value);
    } catch {
      // Typed by a person: a percent sign that encodes nothing.
      return value;
    }
  };
  return text.split(',').filter(Boolean).map(decoded);
}

function readRange(parameters: Parameters): Filters['range'] {
  const range = parameters['range'] ?? 'all';
  if (range in ranges) return range as Range;
  if (range !== 'custom') return 'all';
  const time = (name: string) => {
    const atMs = Date.parse(parameters[name] ?? '');
    return Number.isNaN(atMs) ? null : new Date(atMs).toISOString();
  };
  const custom = { from: time('from'), until: time('until') };
  return custom.from === null && custom.until === null ? 'all' : custom;
}

/** What an address must lose so that nothing is restricted. */
export const withoutFilters = (names: readonly string[]): Record<string, null> => ({
  ...{ range: null, from: null, until: null },
  ...Object.fromEntries(names.map((name) => [name, null])),
});

export const isFiltered = ({ range, sets }: Filters): boolean =>
  range !== 'all' || Object.values(sets).some((values) => values.length > 0);

/**
 * The filters as parameters of a query: those alone that it has. A range of minutes ends at `nowMs`,
 * cut to whole seconds, so that the panels of one moment ask for the same.
 */
export function toParameters(
  { range, sets }: Filters,
  query: Asks,
  nowMs: number,
): ParameterValues {
  const has = (name: string) => query.parameters.some((parameter) => parameter.name === name);
  const { from, until } = boundsOf(range, nowMs);
  return {
    ...(from !== null && has('since') ? { since: from } : {}),
    ...(until !== null && has('until') ? { until } : {}),
    ...Object.fromEntries(
      Object.entries(sets).flatMap(([name, values]) =>
        values.length > 0 && has(name) ? [[name, [...values]]] : [],
      ),
    ),
  };
}

function boundsOf(range: Filters['range'], nowMs: number): CustomRange {
  if (typeof range !== 'string') return range;
  const minutes = ranges[range];
  if (minutes === null) return { from: null, until: null };
  const sinceMs = Math.floor(nowMs / 1_000) * 1_000 - minutes * 60_000;
  return { from: new Date(sinceMs).toISOString(), until: null };
}

/** Whether a query heeds every filter that is set. */
export function heedsAll({ range, sets }: Filters, query: Asks): boolean {
  const has = (name: string) => query.parameters.some((parameter) => parameter.name === name);
  return (
    (range === 'all' || has('since')) &&
    Object.entries(sets).every(([name, values]) => values.length === 0 || has(name))
  );
}
