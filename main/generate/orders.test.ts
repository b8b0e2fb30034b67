import { join } from 'node:path';
import { decodeTime } from 'ulid';
import { describe, expect, it } from 'vitest';
import { ordersGenerator } from './orders';
import { readOrdersCatalogs } from './orders-catalogs';

const catalogs = readOrdersCatalogs(join(__dirname, '../../resources/streams/orders'));
const startMicros = Date.UTC(2025, 11, 22, 14, 0, 0) * 1000 + 123_456;
const sampleSize = 20_000;

interface Order {
  readonly [field: string]: string | number;
}

function sample(seed: number): Order[] {
  const generator = ordersGenerator(seed, catalogs);
  return Array.from({ length: sampleSize }, (_, index) =>
    JSON.parse(generator.event(index + 1, startMicros).value),
  );
}

/** Share of each value of a field, in per cent. */
function shares(orders: readonly Order[], field: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const order of orders) {
    const value = String(order[field]);
    found[value] = (found[value] ?? 0) + 100 / orders.length;
  }
  return found;
}

function expectShares(found: Record<string, number>, wanted: Record<string, number>): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
  // Five standard deviations of a share at this sample size are below 1.8 points.
  for (const [value, share] of Object.entries(wanted)) {
    expect(Math.abs(found[value]! - share), value).toBeLessThan(1.8);
  }
}

describe('ordersGenerator', () => {
  it('draws from the first products and from the quantities that were chosen', () => {
    const choice = { numProducts: 1, numClients: 1, minQuantity: null, maxQuantity: 2 };
    const chosen = ordersGenerator(7, catalogs, choice);
    const orders = Array.from(
      { length: 200 },
      (_, index) => JSON.parse(chosen.event(index + 1, startMicros).value) as Order,
    );
    const drawn = (field: string) => [...new Set(orders.map((order) => order[field]))].sort();
    expect(drawn('product_id')).toEqual(['PROD-001']);
    expect(drawn('quantity')).toEqual([1, 2]);
    expect(drawn('customer_id').length).toBeGreaterThan(100);
  });

  it('gives the same events byte for byte whatever was drawn before', () => {
    const first = ordersGenerator(7, catalogs);
    const second = ordersGenerator(7, catalogs);
    const wanted = [1, 2, 500, 1_000_000].map((sequence) => first.event(sequence, startMicros));
    const again = [1_000_000, 500, 2, 1].map((sequence) => second.event(sequence, startMicros));
    expect(again.reverse()).toEqual(wanted);
    expect(ordersGenerator(8, catalogs).event(1, startMicros).value).not.toBe(wanted[0]!.value);
  });

  it('draws regions, event types and quantities with the shares of the source', () => {
    const orders = sample(3);
    expectShares(shares(orders, 'region'), {
      'us-east': 35,
      'us-west': 25,
      'eu-west': 20,
      'eu-central': 12,
      'ap-southeast': 8,
    });
    expectShares(shares(orders, 'event_type'), {
      ORDER_PLACED: 60,
      ORDER_CANCELLED: 20,
      ORDER_UPDATED: 20,
    });
    expectShares(shares(orders, 'quantity'), { 1: 25, 2: 25, 3: 25, 4: 25 });
    expect(Object.keys(shares(orders, 'product_id'))).toHaveLength(8);
  });

  it('keeps prices within 15 % of the base price and totals exact to the cent', () => {
    const base = new Map(catalogs.products.map((row) => [row.product_id, Number(row.base_price)]));
    const factors = sample(4).map((order) => {
      const { unit_price: unit, quantity, total_price: total } = order as Record<string, number>;
      expect(total).toBe(Math.round(unit! * quantity! * 100) / 100);
      return unit! / base.get(String(order['product_id']))!;
    });
    // Rounding to a cent moves the cheapest product's factor by at most 0.0003.
    expect(Math.min(...factors)).toBeGreaterThan(0.8497);
    expect(Math.min(...factors)).toBeLessThan(0.86);
    expect(Math.max(...factors)).toBeLessThan(1.1503);
    expect(Math.max(...factors)).toBeGreaterThan(1.14);
  });

  it('names customers CUST-1000 to CUST-9999 and gives every event ids of its own', () => {
    const orders = sample(5);
    expect(orders.every((order) => /^CUST-[1-9]\d{3}$/.test(String(order['customer_id'])))).toBe(
      true,
    );
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(orders.every((order) => uuid.test(String(order['order_id'])))).toBe(true);
    expect(new Set(orders.map((order) => order['order_id'])).size).toBe(sampleSize);
    expect(new Set(orders.map((order) => order['event_id'])).size).toBe(sampleSize);
    expect(decodeTime(String(orders[0]!['event_id']))).toBe(Math.floor(startMicros / 1000));
  });

  it('sends every record with its order as key and all 13 fields', () => {
    const event = ordersGenerator(1, catalogs).event(42, startMicros);
    const order = JSON.parse(event.value) as Order;
    expect(event.key).toBe(order['order_id']);
    expect(event.eventId).toBe(order['event_id']);
    expect(Object.keys(order)).toHaveLength(13);
    expect(order).toMatchObject({
      event_timestamp: '2025-12-22T14:00:00.123456Z',
      schema_version: 1,
    });
  });
});
