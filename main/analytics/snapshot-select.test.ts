import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { openQueryPlace } from './open-query-place';
import { runQuery } from './run-query';
import { toSnapshotSelect } from './snapshot-select';

const table = 'silver.sales';
let disk: TestLake;
let lake: Lake;
let place: Awaited<ReturnType<typeof openQueryPlace>>;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  place = await openQueryPlace(lake);
});
afterEach(async () => {
  place.close();
  await lake.close();
  disk.close();
});

describe('a snapshot as a view', () => {
  it('gives cells without loss, and says what it read', async () => {
    disk.create(table, { id: 'long', amount: 'decimal(12,2)', at: 'timestamp', day: 'date' });
    await disk.append(table, {
      rows: `SELECT 9007199254740993::BIGINT AS id, 12.30::DECIMAL(12,2) AS amount,
        TIMESTAMPTZ '2026-11-21 01:02:03.004005+02' AS at, DATE '2026-11-21' AS day`,
      timestampMs: 7_000,
    });
    disk.create('gold.other', { id: 'long' });
    const sql =
      'SELECT *, 1.5::DOUBLE AS share, [1] AS list, true AS yes, NULL AS no FROM silver.sales';
    const result = await runQuery(place, sql);
    expect(result.rows).toEqual([
      [
        '9007199254740993',
        '12.30',
        '2026-11-20T23:02:03.004005Z',
        '2026-11-21',
        1.5,
        '[1]',
        true,
        null,
      ],
    ]);
    expect(result.columns.slice(0, 3)).toEqual([
      { name: 'id', type: 'BIGINT' },
      { name: 'amount', type: 'DECIMAL(12,2)' },
      { name: 'at', type: 'TIMESTAMP WITH TIME ZONE' },
    ]);
    expect(result).toMatchObject({
      tableVersions: { [table]: 1 },
      committedAtMs: 7_000,
      isTruncated: false,
      sql,
    });
  });

  it('adds partition columns from the log, with their types and nulls', async () => {
    disk.create(table, { place: 'string', id: 'long', day: 'date', at: 'timestamp' }, [
      'place',
      'day',
      'at',
    ]);
    const rows = 'SELECT 1::BIGINT AS id';
    const at = '2026-11-21T10:00:00.000000Z';
    await disk.append(table, {
      rows,
      subfolder: 'place=C%C3%B4te d%27Or [x]*/day=2026-11-21',
      partitionValues: { place: "Côte d'Or [x]*", day: '2026-11-21', at },
    });
    await disk.append(table, { rows, partitionValues: { place: '', day: null, at: null } });
    expect(
      (await runQuery(place, 'SELECT * FROM silver.sales ORDER BY place NULLS LAST')).rows,
    ).toEqual([
      ["Côte d'Or [x]*", '1', '2026-11-21', '2026-11-21T10:00:00.000Z'],
      [null, '1', null, null],
    ]);
  });

  it('has null where an older file lacks a column, and widens types to the schema', async () => {
    disk.create(table, { id: 'long', added: 'string' });
    await disk.append(table, { rows: 'SELECT 1::INTEGER AS id' });
    await disk.append(table, { rows: `SELECT 2::BIGINT AS id, 'new' AS added` });
    const result = await runQuery(place, 'SELECT * FROM silver.sales ORDER BY id');
    expect(result.rows).toEqual([
      ['1', null],
      ['2', 'new'],
    ]);
    expect(result.columns[0]!.type).toBe('BIGINT');
  });

  it('gives a table without files its columns and no rows', async () => {
    disk.create(table, { id: 'long', jour: 'string', _state: 'binary' }, ['jour']);
    const result = await runQuery(place, 'SELECT * FROM silver.sales');
    expect(result.columns.map(({ name }) => name)).toEqual(['id', 'jour']);
    expect(result.rows).toEqual([]);
  });

  it('tells of every row where it lies, by the position of its file in the snapshot', async () => {
    disk.create(table, { id: 'long', jour: 'string' }, ['jour']);
    for (const [id, jour] of [
      [10, 'a'],
      [20, 'b'],
      [30, 'a'],
    ] as const) {
      const rows = `SELECT (${id} + i)::BIGINT AS id FROM range(3) t(i)`;
      await disk.append(table, { rows, partitionValues: { jour }, subfolder: `jour=${jour}` });
    }
    const snapshot = await lake.snapshot(table);
    const read = await runQuery(
      place,
      `SELECT _file::INTEGER, _row::INTEGER, id::INTEGER FROM (${toSnapshotSelect(snapshot, { withRowIds: true })}) ORDER BY ALL`,
    );
    expect(read.rows).toEqual(
      [10, 20, 30].flatMap((id, file) => [0, 1, 2].map((row) => [file, row, id + row])),
    );
    expect(toSnapshotSelect(snapshot)).not.toContain('_row');
  });
});
