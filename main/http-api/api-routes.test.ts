import { describe, expect, it } from 'vitest';
import { failed } from '../contract/failure';
import type { Cell, QueryResult } from '../contract/query';
import { answerApi, mostRows, type ApiSource } from './api-routes';

const result = (columns: [string, string][], rows: Cell[][]): QueryResult => ({
  columns: columns.map(([name, type]) => ({ name, type })),
  rows,
  rowCount: rows.length,
  tableVersions: {},
  committedAtMs: null,
  sql: '',
  parameters: {},
  elapsedMs: 1,
  isTruncated: false,
});

const results: Record<string, QueryResult> = {
  by_shop: result(
    [
      ['shop', 'VARCHAR'],
      ['total', 'DECIMAL(22,2)'],
      ['pieces', 'BIGINT'],
      ['note', 'VARCHAR'],
    ],
    [
      ['Œuvre "A"', '8999.90', '9007199254740993', '12'],
      [null, '0.00', '1', null],
    ],
  ),
  many: result(
    [['n', 'INTEGER']],
    [...Array<number>(250).keys()].map((n) => [n]),
  ),
  none: result([['n', 'INTEGER']], []),
};
const source: ApiSource = {
  routes: { by_shop: 'rows', many: 'rows', none: 'object', broken: 'rows' },
  runQuery: async (name) => {
    const found = results[name];
    if (!found) throw failed('TABLE_UNREADABLE', { table: 'gold.x', reason: 'gone' });
    return found;
  },
  readMetrics: async () => ({ type: 'text/plain', text: 'up 1' }),
};
const get = (path: string) => answerApi(source, path);

describe('HTTP API', () => {
  it('keeps the two places of money and every digit of a count', async () => {
    expect((await get('/api/by_shop'))?.text).toBe(
      '[{"shop":"Œuvre \\"A\\"","total":8999.90,"pieces":9007199254740993,"note":"12"},' +
        '{"shop":null,"total":0.00,"pieces":1,"note":null}]',
    );
  });

  it('gives at most a hundred rows, or the only row as an object', async () => {
    expect(JSON.parse((await get('/api/many'))!.text)).toHaveLength(mostRows);
    expect((await get('/api/none'))?.text).toBe('{}');
  });

  it('knows only the routes that the pack publishes', async () => {
    for (const path of ['/api/', '/api/other', '/api/by_shop/x', '/api/__proto__', '/', '/apix']) {
      expect(await get(path), path).toBeNull();
    }
    expect(await get('/metrics')).toMatchObject({ status: 200, text: 'up 1' });
  });
});
