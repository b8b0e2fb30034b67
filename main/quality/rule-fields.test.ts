import { expect, it } from 'vitest';
import { fieldsOfRule, type RulesOfPack } from './rule-fields';

const field = (name: string) => ({ name, type: 'string', required: true });
const rule = (id: string, sql: string) => ({ id, kind: 'blocking' as const, sql, error: '' });
const pack: RulesOfPack = {
  fields: ['id', 'land', 'price', 'count', 'seen'].map(field),
  bronze: { columns: [{ name: 'seen_at', type: 'timestamp', sql: 'seen' }] },
  silver: {
    prepare: [
      { name: 'id', sql: 'trim(id)' },
      { name: 'country', sql: `lookup('price', trim(land), 'code')` },
      { name: 'total', sql: 'price * count' },
    ],
    rules: [
      rule('R-1', 'country is not null'),
      rule('R-2', 'total >= 0 and price >= 0'),
      rule('R-3', `id is not null and seen_at < now()`),
    ],
  },
};

it('follows the columns of a rule to the fields that they are made of', () => {
  expect(fieldsOfRule(pack, 'R-1')).toEqual(['land']);
  expect(fieldsOfRule(pack, 'R-2')).toEqual(['price', 'count']);
  expect(fieldsOfRule(pack, 'R-3')).toEqual(['id', 'seen']);
});

it('takes the name of a field for the field, and anything else for none', () => {
  expect(fieldsOfRule(pack, 'land')).toEqual(['land']);
  expect(fieldsOfRule(pack, 'json')).toEqual([]);
});
