import { afterEach, beforeEach, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake, testMetadata } from '../delta/test-lake';
import { readSchemaChanges } from './schema-changes';

const table = 'silver.clean';
let disk: TestLake;
let lake: Lake;
beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
});
afterEach(async () => {
  await lake.close();
  disk.close();
});

it('names each version that added, removed or retyped a column, the newest first', async () => {
  disk.create(table, { id: 'string', price: 'double' });
  for (let version = 1; version <= 9; version += 1)
    await disk.append(table, { rows: `SELECT 'a' AS id, 1.5 AS price` });
  const grown = { id: 'string', price: 'double', note: 'string' };
  disk.commit(table, [{ commitInfo: { timestamp: 5_000 } }, { metaData: testMetadata(grown) }]);
  for (let version = 11; version <= 14; version += 1)
    await disk.append(table, { rows: `SELECT 'a' AS id, 1.5 AS price` });
  const retyped = { id: 'string', price: 'decimal(12,2)', note: 'string' };
  disk.commit(table, [{ commitInfo: { timestamp: 9_000 } }, { metaData: testMetadata(retyped) }]);
  expect(await readSchemaChanges(lake, table)).toEqual([
    {
      ...{ table, version: 15, committedAtMs: 9_000, column: 'price' },
      ...{ before: 'double', after: 'decimal(12,2)' },
    },
    { table, version: 10, committedAtMs: 5_000, column: 'note', before: null, after: 'string' },
  ]);
});

it('finds none where the columns never changed', async () => {
  disk.create(table, { id: 'string' });
  await disk.append(table, { rows: `SELECT 'a' AS id` });
  expect(await readSchemaChanges(lake, table)).toEqual([]);
});
