import { expect, it } from 'vitest';
import { freshnessOf } from './use-refresh';

const refresh = (versions: Record<string, number>, turn = 0) => ({ versions, turn, atMs: 0 });

it('a panel is read again with a table that it read, or when all are', () => {
  const read = { 'gold.a': 3 };
  const before = freshnessOf(refresh({ 'gold.a': 3, 'gold.b': 1 }), read);
  expect(freshnessOf(refresh({ 'gold.a': 3, 'gold.b': 2 }), read)).toBe(before);
  expect(freshnessOf(refresh({ 'gold.a': 4, 'gold.b': 1 }), read)).not.toBe(before);
  expect(freshnessOf(refresh({ 'gold.a': 3, 'gold.b': 1 }, 1), read)).not.toBe(before);
  const first = freshnessOf(refresh({ 'gold.b': 1 }), null);
  expect(freshnessOf(refresh({ 'gold.b': 2 }), null)).not.toBe(first);
});
