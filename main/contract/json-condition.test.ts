import { describe, expect, it } from 'vitest';
import { jsonCondition, jsonMatcher } from './json-condition';
import { parseJsonPath } from './json-path';

const sale = {
  montant: 899.97,
  pays: 'France',
  note: null,
  client: { 'full name': 'Anna Rossi' },
  lines: [{ sku: 'A-1', quantity: 2 }, { sku: 'B-7' }],
};
const meets = (path: string, operator: string, value = '') =>
  jsonMatcher(jsonCondition.parse({ path, operator, value }))(sale);

describe('a condition on JSON', () => {
  it('finds members, elements and all elements, with or without the root', () => {
    expect(parseJsonPath('$.lines[0].sku')).toEqual(['lines', 0, 'sku']);
    expect(meets('client.full name', 'equals', 'Anna Rossi')).toBe(true);
    expect(meets('lines[1].sku', 'equals', 'B-7')).toBe(true);
    expect(meets('lines[*].sku', 'equals', 'B-7')).toBe(true);
    expect(meets('lines[2].sku', 'exists')).toBe(false);
    expect(meets('toString', 'exists')).toBe(false);
  });

  it('compares numbers as numbers and texts as texts', () => {
    expect(meets('montant', 'above', '100')).toBe(true);
    expect(meets('montant', 'below', '1000')).toBe(true);
    expect(meets('montant', 'equals', '899.970')).toBe(true);
    expect(meets('pays', 'contains', 'RAN')).toBe(true);
    expect(meets('pays', 'notEquals', 'France')).toBe(false);
    expect(meets('pays', 'above', 'Fa')).toBe(true);
  });

  it('takes null for absent, and refuses what is no path', () => {
    expect(meets('note', 'exists')).toBe(false);
    for (const path of ['', 'a..b', 'a[b]', '$', 'a]'])
      expect(jsonCondition.safeParse({ path }).success).toBe(false);
  });
});
