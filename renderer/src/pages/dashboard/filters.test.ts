import { describe, expect, it } from 'vitest';
import {
  heedsAll,
  isFiltered,
  readFilters,
  setNames,
  toParameters,
  withoutFilters,
  writeValues,
} from './filters';

const query = {
  parameters: [
    { name: 'since', type: 'timestamp' as const },
    { name: 'until', type: 'timestamp' as const },
    { name: 'country', type: 'text[]' as const },
  ],
};
const names = ['country', 'segment'];
const read = (parameters: Record<string, string>) => readFilters(parameters, names);

describe('filters of the dashboard', () => {
  it('are read from the address; what is not theirs restricts nothing', () => {
    expect(isFiltered(read({}))).toBe(false);
    expect(read({ range: '1h', country: 'FR,DE', version: '12' })).toEqual({
      range: '1h',
      sets: { country: ['FR', 'DE'], segment: [] },
      version: 12,
    });
    expect(read({ range: 'ever', country: ',', version: '-1' })).toEqual(read({}));
  });

  it('become the parameters that a query has, a range as its begin', () => {
    const filters = read({ range: '5m', country: 'FR', segment: 'INDIVIDUAL' });
    expect(toParameters(filters, query, 1_000_000_500)).toEqual({
      since: new Date(1_000_000_000 - 300_000).toISOString(),
      country: ['FR'],
    });
    expect(heedsAll(filters, query)).toBe(false);
    expect(heedsAll(read({ country: 'FR' }), query)).toBe(true);
    expect(toParameters(read({}), query, 0)).toEqual({});
  });

  it('take a range of one’s own, with one bound or both; one that is no time restricts nothing', () => {
    const from = '2026-11-21T09:00:00.000Z';
    const until = '2026-11-21T10:30:00.000Z';
    const both = read({ range: 'custom', from, until });
    expect(toParameters(both, query, 0)).toEqual({ since: from, until });
    expect(toParameters(read({ range: 'custom', until }), query, 0)).toEqual({ until });
    expect(isFiltered(read({ range: 'custom', from: 'soon' }))).toBe(false);
    expect(heedsAll(both, { parameters: [] })).toBe(false);
  });

  it('keep values with a comma or a percent sign', () => {
    const values = ['Home, Garden', '100 %', 'a%2Cb'];
    expect(read({ country: writeValues(values) }).sets['country']).toEqual(values);
    expect(read({ country: '100%,FR' }).sets['country']).toEqual(['100%', 'FR']);
  });

  it('are those that the queries take as sets, and all of them can be taken away', () => {
    expect(setNames([query, query])).toEqual(['country']);
    expect(withoutFilters(['country'])).toEqual({
      ...{ range: null, from: null, until: null, country: null },
    });
  });
});
