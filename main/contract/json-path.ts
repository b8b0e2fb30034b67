/** A step into JSON: a member by its name, an element by its number, or `*`, all of them. */
export type JsonStep = string | number | '*';

const step = /(?:^|\.)([^.[\]*]+|\*)|\[(\d+|\*)\]/y;

/**
 * `client.address[0].city` or `$.lines[*].sku` as steps; null for what is no path. Names may hold
 * anything but `.`, `[`, `]` and `*`.
 */
export function parseJsonPath(text: string): readonly JsonStep[] | null {
  const path = text.trim().replace(/^\$\.?/, '');
  const steps: JsonStep[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (!found) return null;
    const [, name, index] = found;
    steps.push(name ?? (index === '*' ? '*' : Number(index)));
  }
  return steps.length === 0 ? null : steps;
}

/** All values at a path; none where it leads nowhere. */
export function valuesAt(value: unknown, [first, ...rest]: readonly JsonStep[]): unknown[] {
  if (first === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (first === '*') return Object.values(value).flatMap((one) => valuesAt(one, rest));
  const name = String(first);
  if (!Object.hasOwn(value, name)) return [];
  return valuesAt((value as Record<string, unknown>)[name], rest);
}
