import { expect, it } from 'vitest';
import { readRecordFilter } from './record-filter';

it('asks for all that the address says, and for nothing that it does not', () => {
  expect(readRecordFilter({}).request).toEqual({
    filter: null,
    key: null,
    headers: [],
    json: null,
  });
  const filter = readRecordFilter({
    text: 'Paris',
    key: '17',
    header: 'stage: rule; trace',
    path: 'client.city',
    operator: 'contains',
    is: 'par',
  });
  expect(filter.request).toEqual({
    filter: { text: 'Paris' },
    key: { text: '17' },
    headers: [
      { name: 'stage', value: 'rule' },
      { name: 'trace', value: null },
    ],
    json: { path: 'client.city', operator: 'contains', value: 'par' },
  });
  expect(filter.more).toBe(3);
});

it('asks whether a path is there while it has no value, and says when it is no path', () => {
  expect(readRecordFilter({ path: 'client', operator: 'above' }).request.json).toEqual({
    path: 'client',
    operator: 'exists',
    value: '',
  });
  expect(readRecordFilter({ path: 'a..b', is: '1' })).toMatchObject({
    isPathWrong: true,
    request: { json: null },
  });
});
