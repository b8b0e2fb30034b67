import { expect, it } from 'vitest';
import { countryPattern } from './country-patterns';

it('of Spain crosses: it is the same seen in a mirror, as a diagonal is not', () => {
  const { symbol } = countryPattern('ES', 'light');
  const corners = [...String(symbol).matchAll(/[ML](\d+) (\d+)/g)];
  expect(corners.length).toBeGreaterThan(8);
  const seen = new Set(corners.map(([, x, y]) => `${x} ${y}`));
  const mirrored = new Set(corners.map(([, x, y]) => `${10 - Number(x)} ${y}`));
  expect(mirrored).toEqual(seen);
  expect(['0 0', '10 0', '0 10', '10 10'].every((corner) => seen.has(corner))).toBe(true);
});

it('is one of its own for each country', () => {
  const patterns = ['FR', 'DE', 'IT', 'ES', 'GB'].map((code) => countryPattern(code, 'dark'));
  expect(new Set(patterns.map((pattern) => JSON.stringify(pattern))).size).toBe(5);
});
