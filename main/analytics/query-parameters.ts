import { failed } from '../contract/failure';
import type { NamedQuery, ParameterValues } from '../contract/query';
import { nearestNames } from '../delta/nearest-names';

type Parameter = NamedQuery['parameters'][number];

/**
 * A value for each parameter that a query has: as given, checked by its type, else null. A single
 * text stands for a set of one. Fails with `REQUEST_INVALID`, naming the parameter.
 */
export function toParameters(
  query: string,
  parameters: readonly Parameter[],
  given: ParameterValues,
): ParameterValues {
  const names = parameters.map(({ name }) => name);
  const invalid = (reason: string) => failed('REQUEST_INVALID', { name: query, reason });
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const known = nearestNames(unknown, names).join(', ');
    throw invalid(`it has no parameter ${unknown}; it has ${known === '' ? 'none' : known}`);
  }
  const values = parameters.map(({ name, type }): [string, ParameterValues[string]] => {
    const value = given[name] ?? null;
    if (value === null) return [name, null];
    if (type === 'text[]') return [name, Array.isArray(value) ? value : [String(value)]];
    if (Array.isArray(value)) throw invalid(`${name} takes one value`);
    if (type === 'text') return [name, String(value)];
    if (type === 'integer') {
      if (/^-?\d{1,15}$/.test(String(value))) return [name, Number(value)];
      throw invalid(`${name} takes a whole number, not ${value}`);
    }
    if (Number.isNaN(Date.parse(String(value)))) {
      throw invalid(`${name} takes a time such as 2026-11-21T09:00:00Z, not ${value}`);
    }
    return [name, new Date(String(value)).toISOString()];
  });
  return Object.fromEntries(values);
}
