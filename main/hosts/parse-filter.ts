import { InvalidArgumentError } from 'commander';
import type { RecordFilter } from '../contract/records';

const forms: readonly [RegExp, (column: string, rest: string) => RecordFilter][] = [
  [/^is null$/i, (column) => ({ column, operator: 'isNull' })],
  [/^is not null$/i, (column) => ({ column, operator: 'isNotNull' })],
  [
    /^between (.+) and (.+)$/i,
    (column, rest) => {
      const [, from, until] = /^between (.+?) and (.+)$/i.exec(rest)!;
      return { column, operator: 'between', from: from!.trim(), until: until!.trim() };
    },
  ],
  [
    /^>= *./,
    (column, rest) => ({ column, operator: 'between', from: after(rest, 2), until: null }),
  ],
  [
    /^<= *./,
    (column, rest) => ({ column, operator: 'between', from: null, until: after(rest, 2) }),
  ],
  [/^(!=|<>)/, (column, rest) => ({ column, operator: 'notEquals', value: after(rest, 2) })],
  [/^=/, (column, rest) => ({ column, operator: 'equals', value: after(rest, 1) })],
  [/^contains /i, (column, rest) => ({ column, operator: 'contains', value: after(rest, 8) })],
  [/^starts /i, (column, rest) => ({ column, operator: 'startsWith', value: after(rest, 6) })],
  [/^like /i, (column, rest) => ({ column, operator: 'pattern', value: after(rest, 4) })],
  [
    /^in ./i,
    (column, rest) => ({
      column,
      operator: 'in',
      values: after(rest, 2)
        .split(',')
        .map((value) => value.trim()),
    }),
  ],
];

const after = (rest: string, length: number) => rest.slice(length).trim();

/**
 * `column op value` as typed: `=`, `!=`, `>=`, `<=`, `between A and B`, `in A,B`, `contains T`,
 * `starts T`, `like T*`, `is null`, `is not null`.
 */
export function parseFilter(typed: string): RecordFilter {
  const [, column, rest] = /^\s*(\S+?)\s*((?:>=|<=|!=|<>|=| ).*)$/.exec(typed) ?? [];
  const condition = rest?.trim();
  const form = forms.find(([pattern]) => condition !== undefined && pattern.test(condition));
  if (column === undefined || condition === undefined || form === undefined) {
    throw new InvalidArgumentError(
      'It must be "column op value" with =, !=, >=, <=, between A and B, in A,B, contains, starts, like, is null or is not null.',
    );
  }
  return form[1](column, condition);
}

/** `column`, `column:asc` or `column:desc`, several with commas. */
export function parseSort(typed: string): { column: string; descending: boolean }[] {
  return typed.split(',').map((one) => {
    const [, column, direction] = /^\s*([^:\s]+)(?::(asc|desc))?\s*$/i.exec(one) ?? [];
    if (column === undefined)
      throw new InvalidArgumentError('It must be column:asc or column:desc.');
    return { column, descending: direction?.toLowerCase() === 'desc' };
  });
}
