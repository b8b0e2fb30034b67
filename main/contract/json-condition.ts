import { z } from 'zod';
import { parseJsonPath, valuesAt } from './json-path';

export const jsonOperators = [
  'exists',
  'equals',
  'notEquals',
  'contains',
  'above',
  'below',
] as const;

/**
 * A condition on the JSON of a value: it holds when one of the values at `path` meets it. Numbers are
 * compared as numbers, all else as text; `contains` does not tell capitals apart. `exists` needs no
 * value, and takes null for absent.
 */
export const jsonCondition = z.object({
  path: z
    .string()
    .min(1)
    .max(500)
    .refine(
      (path) => parseJsonPath(path) !== null,
      'is no path such as client.city or lines[0].sku',
    ),
  operator: z.enum(jsonOperators).default('equals'),
  value: z.string().max(1_000).default(''),
});
export type JsonCondition = z.output<typeof jsonCondition>;

/** Tells of a parsed JSON value whether it meets the condition. */
export function jsonMatcher({ path, operator, value }: JsonCondition): (json: unknown) => boolean {
  const steps = parseJsonPath(path) ?? [];
  const number = value.trim() === '' ? NaN : Number(value);
  const sought = value.toLowerCase();
  const order = (one: unknown): number => {
    if (typeof one === 'number' && !Number.isNaN(number)) return one - number;
    const text = textOf(one);
    return text < value ? -1 : text > value ? 1 : 0;
  };
  const meets: Record<JsonCondition['operator'], (one: unknown) => boolean> = {
    exists: () => true,
    equals: (one) => order(one) === 0,
    notEquals: (one) => order(one) !== 0,
    contains: (one) => textOf(one).toLowerCase().includes(sought),
    above: (one) => order(one) > 0,
    below: (one) => order(one) < 0,
  };
  return (json) =>
    valuesAt(json, steps).some((one) => one !== null && one !== undefined && meets[operator](one));
}

const textOf = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
