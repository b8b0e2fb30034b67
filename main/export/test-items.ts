import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TestExporter } from './test-exporter';

/** For tests: the preset of `openWith`. */
export const items = { kind: 'preset' as const, preset: 'items' };

/** Of a file's bytes, as hexadecimal text. */
export function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** SELECT of rows in sixteen columns of every kind, numbered from `first`. */
export const rowsFrom = (first: number, count: number) => `
  SELECT 'event-' || lpad(i::VARCHAR, 20, '0') AS event_id, i::INT AS number,
    TIMESTAMPTZ '2025-12-22 10:00:00Z' + to_microseconds(i * 1009 + (i * 7919) % 5000000) AS happened_utc,
    DATE '2025-12-22' + (i % 30)::INT AS day, (i % 100)::INT AS client, 'Client ' || (i % 100) AS client_name,
    'FR' AS code, 'France' AS label, 'INDIVIDUAL' AS kind, 'Particulier' AS kind_label, (i % 10)::INT AS product,
    'Produit ' || (i % 10) AS article_name, (i % 5)::INT AS pieces, (i % 100000 / 100.0)::DECIMAL(12,2) AS price,
    (i % 1000000 / 100.0)::DECIMAL(12,2) AS amount,
    TIMESTAMPTZ '2025-12-22 10:00:00Z' + to_microseconds(i * 1003) AS processed_utc
  FROM range(${first}, ${first + count}) t(i)`;
const types = {
  ...{ event_id: 'string', number: 'integer', happened_utc: 'timestamp', day: 'date' },
  ...{ client: 'integer', client_name: 'string', code: 'string', label: 'string', kind: 'string' },
  ...{ kind_label: 'string', product: 'integer', article_name: 'string', pieces: 'integer' },
  ...{ price: 'decimal(12,2)', amount: 'decimal(12,2)', processed_utc: 'timestamp' },
};
const columns =
  'event_id, number:i, happened_utc:t, day:d, client:i, client_name, code, label, kind, kind_label, ' +
  'product:i, article_name, pieces:i, price:m, amount:m, processed_utc:t';

/** For tests: a table of that many rows and the preset `items` over it. */
export async function openWith(rows: number): Promise<TestExporter> {
  const place = await TestExporter.open();
  place.lake.create('silver.items', types);
  await place.lake.append('silver.items', { rows: rowsFrom(0, rows) });
  place.preset(
    'items',
    { columns, sort: 'happened_utc, event_id', id: 'event_id' },
    'SELECT * FROM silver.items',
  );
  return place;
}
