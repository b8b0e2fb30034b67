import { join } from 'node:path';
import { decodeTime } from 'ulid';
import { describe, expect, it } from 'vitest';
import { salesGenerator } from './sales';
import { readSalesCatalogs } from './sales-catalogs';

const catalogs = readSalesCatalogs(join(__dirname, '../../resources/streams/sales'));
const startMicros = Date.UTC(2025, 11, 22, 10, 30, 45) * 1000 + 123_456;

describe('salesGenerator', () => {
  it('gives the same events byte for byte for the same seed and start time', () => {
    const first = salesGenerator(7, catalogs);
    const second = salesGenerator(7, catalogs);
    for (const sequence of [1, 2, 500, 1_000_000]) {
      expect(second.event(sequence, startMicros)).toEqual(first.event(sequence, startMicros));
    }
    expect(salesGenerator(8, catalogs).event(1, startMicros).value).not.toEqual(
      first.event(1, startMicros).value,
    );
  });

  it('draws from the first of the catalogs and from the quantities that were chosen', () => {
    const choice = { numProducts: 5, numClients: 2, minQuantity: 7, maxQuantity: 6 };
    const chosen = salesGenerator(7, catalogs, choice);
    const sales = Array.from(
      { length: 200 },
      (_, index) =>
        JSON.parse(chosen.event(index + 1, startMicros).value) as Record<string, number>,
    );
    const drawn = (field: string) => [...new Set(sales.map((sale) => sale[field]))].sort();
    expect(drawn('produit_id')).toEqual([101, 102, 103, 104, 105]);
    expect(drawn('client_id')).toEqual([1, 2]);
    expect(drawn('quantite')).toEqual([6, 7]);
    const beyond = { numProducts: 100_000, numClients: 100_000, minQuantity: 1, maxQuantity: 5 };
    expect(salesGenerator(7, catalogs, beyond).event(1, startMicros)).toEqual(
      salesGenerator(7, catalogs).event(1, startMicros),
    );
  });

  it('fills every field of the event from the catalogs', () => {
    const event = salesGenerator(1, catalogs).event(42, startMicros);
    const sale = JSON.parse(event.value) as Record<string, unknown>;
    expect(sale).toMatchObject({
      vente_id: 42,
      timestamp: '2025-12-22T10:30:45.123456Z',
      schema_version: 1,
      event_id: event.eventId,
    });
    expect(Object.keys(sale)).toHaveLength(14);
    expect(Object.values(sale)).not.toContain(undefined);
    expect(sale['montant']).toBeCloseTo(
      (sale['quantite'] as number) * (sale['prix_unitaire'] as number),
      2,
    );
    expect(event.key).toBe(String(sale['client_id']));
    expect(event.logLine).toMatch(/^Sale #42: .+ - .+ - €\d+\.\d\d$/);
  });

  it('puts the event time into a unique ULID', () => {
    const generator = salesGenerator(1, catalogs);
    const ids = Array.from({ length: 5000 }, (_, n) => generator.event(n + 1, startMicros).eventId);
    expect(new Set(ids).size).toBe(5000);
    expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
    expect(decodeTime(ids[0]!)).toBe(Math.floor(startMicros / 1000));
  });

  it('draws all customers, products, quantities and all 15 country and segment pairs', () => {
    const generator = salesGenerator(3, catalogs);
    const seen = { client_id: new Set(), produit_id: new Set(), quantite: new Set() };
    const pairs = new Set<string>();
    for (let sequence = 1; sequence <= 3000; sequence++) {
      const sale = JSON.parse(generator.event(sequence, startMicros).value);
      for (const [field, values] of Object.entries(seen)) values.add(sale[field]);
      pairs.add(`${sale.pays}/${sale.segment}`);
    }
    expect([seen.client_id.size, seen.produit_id.size, seen.quantite.size]).toEqual([16, 9, 5]);
    expect(pairs.size).toBe(15);
  });
});
