import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkout } from '../setup/places.mjs';
import { namedColumns, packColumns, shippedColumns } from './pack-names.mjs';

it('the columns of the shipped packs are found, without those of the engine', () => {
  const columns = shippedColumns(checkout);
  for (const name of ['vente_id', 'montant', 'country_code', 'ca_total', 'pays', 'segment']) {
    assert.ok(columns.includes(name), name);
  }
  for (const name of ['event_id', 'kafka_offset', 'raw_value', 'processed_at', 'timestamp']) {
    assert.ok(!columns.includes(name), name);
  }
});

it('a pack that has only fields has only those columns', () => {
  assert.deepEqual(packColumns({ fields: [{ name: 'clics' }] }), ['clics']);
});

describe('a column of a pack is found', () => {
  const columns = ['montant', 'segment'];
  const cases = {
    "row['montant']": ['montant'],
    '// the montant of a sale': ['montant'],
    'select sum(montant) from t': ['montant'],
    prix_montant_total: [],
    "columns.push('segment')": ['segment'],
    'row.segment ?? null': ['segment'],
    'the first segment of the path': [],
    'path.segment(1)': [],
  };
  for (const [text, names] of Object.entries(cases)) {
    it(`${names.length === 0 ? 'not ' : ''}in: ${text}`, () => {
      assert.deepEqual(
        namedColumns(text, columns),
        names.map((name) => ({ line: 1, name })),
      );
    });
  }
});
