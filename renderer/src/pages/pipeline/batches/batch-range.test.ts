import { expect, it } from 'vitest';
import { microBatch } from '../../../fixtures/batch-fixtures';
import { readAddress } from '../../../state/address-store';
import { readDataView } from '../../data/data-address';
import { batchSqlAddress, rangeAddress, rangesOf } from './batch-range';

const batch = microBatch(3, {
  startOffsets: { '0': 100, '1': 40 },
  endOffsets: { '0': 110, '1': 40, '2': 5 },
});

it('a range ends with its last record; a partition without records has none', () => {
  expect(rangesOf(batch)).toEqual([
    { partition: 0, from: 100, until: 109 },
    { partition: 2, from: 0, until: 4 },
  ]);
  expect(rangesOf(microBatch(1, { startOffsets: null }))).toBeNull();
});

it('opens the grid with the filters of the range', () => {
  const [first] = rangesOf(batch)!;
  expect(readDataView(readAddress(rangeAddress('bronze.ventes', first!)))).toMatchObject({
    table: 'bronze.ventes',
    filters: [
      { column: 'kafka_partition', operator: 'equals', value: 0 },
      { column: 'kafka_offset', operator: 'between', from: 100, until: 109 },
    ],
  });
});

it('opens the SQL box with all partitions', () => {
  const { path, parameters } = readAddress(batchSqlAddress('bronze.ventes', rangesOf(batch)!));
  expect(path).toBe('/data/sql');
  expect(parameters['sql']).toContain('(kafka_partition = 2 AND kafka_offset BETWEEN 0 AND 4)');
});
