import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestExporter } from './test-exporter';

let place: TestExporter;
const rows = `SELECT * FROM (VALUES
  (1, 'Jean Dupont', 1799.98::DECIMAL(12,2), true, TIMESTAMPTZ '2025-12-22 10:30:45.123Z'),
  (2, 'Garcia, Maria', 0.00, NULL, TIMESTAMPTZ '2025-12-22 10:30:47Z'),
  (3, 'Le "Comptoir"' || chr(13) || chr(10) || 'Paris', -25.50, false, NULL),
  (4, '', 19.99, true, TIMESTAMPTZ '2025-12-22 10:30:51.999999Z'),
  (5, '=Élan', 75.00, true, TIMESTAMPTZ '2025-12-22 10:30:53Z')
) t(vente_id, client_nom, montant, is_current, event_time)`;

beforeAll(async () => {
  place = await TestExporter.open();
  const columns = {
    vente_id: 'integer',
    client_nom: 'string',
    montant: 'decimal(12,2)',
    is_current: 'boolean',
    event_time: 'timestamp',
  };
  place.lake.create('silver.reference', columns);
  await place.lake.append('silver.reference', { rows });
  place.preset(
    'reference',
    {
      columns: 'vente_id:i, client_nom, montant:m, is_current:b, event_time_utc:t',
      sort: 'vente_id',
      id: 'vente_id',
    },
    'SELECT * RENAME (event_time AS event_time_utc) FROM silver.reference',
  );
});
afterAll(() => place.close());

it('the reference file has its 286 bytes', async () => {
  const bytes = await place.csvOf('reference');
  expect(bytes.toString()).toBe(
    '\uFEFFvente_id,client_nom,montant,is_current,event_time_utc\r\n' +
      '1,Jean Dupont,1799.98,true,2025-12-22T10:30:45.123\r\n' +
      '2,"Garcia, Maria",0.00,,2025-12-22T10:30:47.000\r\n' +
      '3,"Le ""Comptoir"" Paris",-25.50,false,\r\n' +
      '4,"",19.99,true,2025-12-22T10:30:51.999\r\n' +
      '5,=Élan,75.00,true,2025-12-22T10:30:53.000\r\n',
  );
  expect(bytes.length).toBe(286);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    'f6ce9d83b321e503ead0ea22468140bb420eea5648a8c2a6c48eaa880cde021b',
  );
});

it('the reference file in the form of excel-eu has its 284 bytes', async () => {
  const bytes = await place.csvOf('reference', { dialect: 'excel-eu' });
  expect(bytes.length).toBe(284);
  expect(bytes.toString().split('\r\n').slice(1, 3)).toEqual([
    '1;Jean Dupont;1799,98;true;2025-12-22T10:30:45.123',
    '2;Garcia, Maria;0,00;;2025-12-22T10:30:47.000',
  ]);
});

it('the reference file with formulas neutralised has its 287 bytes', async () => {
  const bytes = await place.csvOf('reference', { neutralise: true });
  expect(bytes.length).toBe(287);
  expect(bytes.toString()).toContain("\r\n5,'=Élan,75.00,true,2025-12-22T10:30:53.000\r\n");
});

it('the three variants have names of their own, and nothing else is left', () => {
  expect(readdirSync(place.target).sort()).toEqual([
    'demo_reference_v1.csv',
    'demo_reference_v1_eu.csv',
    'demo_reference_v1_safe.csv',
  ]);
});
