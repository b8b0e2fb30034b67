import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQueryFiles } from '../analytics/query-file';
import { loadPack } from '../settings/load-pack';
import { chooseQueries, menuText, toMenu } from './query-menu';

const resources = join(__dirname, '../../resources');
const queriesOf = async (name: string) => {
  const { folder, pack } = loadPack(resources, name);
  return [...(await readQueryFiles(join(folder, 'queries'), pack.parameters)).values()];
};

describe('the menu of queries', () => {
  it('has the ten of sales in their order, each under its number', async () => {
    const queries = await queriesOf('sales');
    expect(toMenu(queries).map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 View Bronze table',
      '2 Client aggregations',
      '3 Country revenue',
      '4 Segment analysis',
      '5 Count records in each table',
      '6 Top 5 clients by revenue',
      '7 Revenue by country',
      '8 Loyalty report',
      '9 Latest 10 records',
      '10 Overall statistics',
    ]);
    expect(menuText(queries)).toMatch(/^Quick queries\n +1\. View Bronze table\n.*\n\nBy name\n/s);
  });

  it('has the seven of orders', async () => {
    const titles = toMenu(await queriesOf('orders')).map(({ title }) => title.slice(0, 2));
    expect(titles).toEqual(['B1', 'B2', 'B3', 'B4', 'G1', 'G2', 'G3']);
  });

  it('takes a number for an entry with all its parts, and a name for one query', async () => {
    const queries = await queriesOf('sales');
    const names = (chosen: string) =>
      chooseQueries(queries, chosen).queries.map(({ name }) => name);
    expect(names('8')).toEqual(['loyalty_report', 'spend_report']);
    expect(names('kpi_tiles')).toEqual(['kpi_tiles']);
    expect(names('nothing')).toEqual(['nothing']);
    expect(() => chooseQueries(queries, '11')).toThrow(/QUERY_UNKNOWN.*1, 2, 3/);
  });

  it.each(['sales', 'orders'])('has a French title for every query of %s', async (pack) => {
    for (const { name, title, titleFr, group } of await queriesOf(pack)) {
      expect([name, title === name, titleFr === title, group === 'other']).toEqual([
        name,
        false,
        false,
        false,
      ]);
    }
  });
});
