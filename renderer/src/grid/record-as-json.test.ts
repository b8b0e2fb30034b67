import { describe, expect, it } from 'vitest';
import { recordAsJson } from './record-as-json';

const columns = [
  { name: 'id', type: 'BIGINT' },
  { name: 'montant', type: 'DECIMAL(22,2)' },
  { name: 'raw "value"', type: 'VARCHAR' },
  { name: 'at', type: 'TIMESTAMP WITH TIME ZONE' },
  { name: 'ratio', type: 'DOUBLE' },
  { name: 'is_current', type: 'BOOLEAN' },
  { name: 'none', type: 'VARCHAR' },
];

describe('a record as JSON', () => {
  it('keeps every digit, and text that itself looks like JSON', () => {
    const raw = '{"a": 1, "b": {"c": "}, \\n"}}\n, "d": 2 }';
    const text = recordAsJson(columns, [
      '9007199254740993',
      '12345678901234567890.10',
      raw,
      '2026-11-21T09:00:00.123456Z',
      0.1,
      true,
      null,
    ]);
    expect(text.split('\n').slice(0, 3)).toEqual([
      '{',
      '  "id": 9007199254740993,',
      '  "montant": 12345678901234567890.10,',
    ]);
    expect(text.split('\n')).toHaveLength(columns.length + 2);
    expect(JSON.parse(text)).toEqual({
      id: Number('9007199254740993'),
      montant: Number('12345678901234567890.10'),
      'raw "value"': raw,
      at: '2026-11-21T09:00:00.123',
      ratio: 0.1,
      is_current: true,
      none: null,
    });
  });

  it('is JSON too where a number is none', () => {
    expect(recordAsJson([{ name: 'x', type: 'DOUBLE' }], ['NaN'])).toBe('{\n  "x": null\n}');
    expect(recordAsJson([{ name: 'x', type: 'DOUBLE' }], ['-Infinity'])).toContain('null');
    expect(recordAsJson([], [])).toBe('{}');
  });
});
