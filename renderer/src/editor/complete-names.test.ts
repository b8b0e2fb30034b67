import { describe, expect, it } from 'vitest';
import { completeNames } from './complete-names';

const columns = (...names: string[]) => names.map((name) => ({ name, type: 'VARCHAR' }));
const tables = [
  { table: 'silver.sales_clean', columns: columns('region', 'amount') },
  { table: 'silver.by_region', columns: columns('region', 'total') },
  { table: 'ops.runs', columns: columns('run_id') },
];

/** The names offered where `|` stands, and the text that they would replace. */
function offered(text: string) {
  const position = text.indexOf('|');
  const sql = text.replace('|', '');
  const found = completeNames(sql, position, tables);
  return (
    found && { names: found.names.map(({ label }) => label), of: sql.slice(found.from, position) }
  );
}

describe('names that may stand at the cursor', () => {
  it('are all tables in an empty statement', () => {
    expect(offered('|')).toEqual({
      names: ['silver.sales_clean', 'silver.by_region', 'ops.runs'],
      of: '',
    });
  });

  it('are the tables of a layer after its name', () => {
    expect(offered('SELECT * FROM silver.by|')).toEqual({
      names: ['silver.sales_clean', 'silver.by_region'],
      of: 'silver.by',
    });
  });

  it('are the columns of the named tables, each once, before the tables', () => {
    const found = offered(
      'SELECT re| FROM silver.sales_clean JOIN silver.by_region USING (region)',
    );
    expect(found?.names.slice(0, 3)).toEqual(['region', 'amount', 'total']);
    expect(found?.of).toBe('re');
  });

  it.each([
    'SELECT s.| FROM silver.by_region AS s',
    'SELECT s.| FROM silver.by_region s',
    'SELECT by_region.| FROM silver.by_region WHERE true',
    'SELECT silver.by_region.| FROM silver.by_region',
  ])('are the columns of a table after its name: %s', (text) => {
    expect(offered(text)).toEqual({ names: ['region', 'total'], of: '' });
  });

  it('are none where a name is complete and begins no other', () => {
    expect(offered('SELECT * FROM silver.by_region|')).toBeNull();
    expect(offered('SELECT region| FROM silver.by_region')).toBeNull();
    expect(offered('SELECT * FROM silver.by_regio|')).not.toBeNull();
  });

  it('are none in a text or a comment', () => {
    expect(offered("SELECT 'sil|")).toBeNull();
    expect(offered('-- sil|')).toBeNull();
    expect(offered("SELECT 'it''s', re|")).not.toBeNull();
  });
});
