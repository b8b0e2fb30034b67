import { describe, expect, it } from 'vitest';
import { heedsAll, isFiltered, readFilters, toParameters } from './filters';

const query = {
  parameters: [
    { name: 'since', type: 'timestamp' as const },
    { name: 'country', type: 'text[]' as const },
  ],
};

describe('filters of the dashboard', () => {
  it('are read from the address; what is not theirs restricts nothing', () => {
    expect(isFiltered(readFilters({}))).toBe(false);
    expect(readFilters({ range: '1h', country: 'FR,DE', version: '12' })).toEqual({
      range: '1h',
      sets: { country: ['FR', 'DE'], segment: [], category: [] },
      version: 12,
    });
    expect(readFilters({ range: 'ever', country: ',', version: '-1' })).toEqual(readFilters({}));
  });

  it('become the parameters that a query has, a range as its begin', () => {
    const filters = readFilters({ range: '5m', country: 'FR', segment: 'INDIVIDUAL' });
    expect(toParameters(filters, query, 1_000_000_500)).toEqual({
      since: new Date(1_000_000_000 - 300_000).toISOString(),
      country: ['FR'],
    });
    expect(heedsAll(filters, query)).toBe(false);
    expect(heedsAll(readFilters({ country: 'FR' }), query)).toBe(true);
    expect(toParameters(readFilters({}), query, 0)).toEqual({});
  });
});
