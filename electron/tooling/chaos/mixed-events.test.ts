import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutgoingRecord } from '../../../main/generate/event-generator';
import { findGenerator } from '../../../main/generate/find-generator';
import { loadPack } from '../../../main/settings/load-pack';
import { MixedEvents } from './mixed-events';

const { pack, folder } = loadPack(join(__dirname, '../../../resources'), 'sales');
const beginMicros = 1_766_400_000_000_000;
const hourMs = 3_600_000;

async function make(seed: number) {
  const events = new MixedEvents(seed, findGenerator(pack, folder, seed), pack);
  const due = Array.from({ length: 1_000 }, (_, index) => beginMicros + index * 2_000);
  const sent = await events.take(1, due);
  return { events, sent };
}

describe('mixed events', () => {
  it('of orders count what an order says that it is worth', async () => {
    const orders = loadPack(join(__dirname, '../../../resources'), 'orders');
    const generator = findGenerator(orders.pack, orders.folder, 5);
    const events = new MixedEvents(5, generator, orders.pack);
    const [{ value }] = (await events.take(1, [beginMicros])) as [OutgoingRecord];
    const { total_price } = JSON.parse(String(value)) as { total_price: number };
    expect(events.made.get(1)).toMatchObject({
      kind: 'good',
      cents: Math.round(total_price * 100),
    });
  });

  it.each([
    { whose: 'of events and broker', isBrokersToo: true, isCounted: false },
    { whose: 'of the events alone', isBrokersToo: false, isCounted: true },
  ])(
    'copied from before the clock $whose went back count: $isCounted',
    async ({ isBrokersToo, isCounted }) => {
      const events = new MixedEvents(5, findGenerator(pack, folder, 5), pack);
      const due = Array.from({ length: 500 }, () => beginMicros);
      await events.take(1, due);
      const before = [...events.made.values()].filter(({ kind }) => kind === 'good');
      events.moveClock(-hourMs, isBrokersToo);
      await events.take(501, due);
      const after = [...events.made].filter(([sequence]) => sequence > 500).map(([, made]) => made);
      const originals = new Set(before.map(({ eventId }) => eventId));
      const old = after.filter(({ eventId }) => originals.has(eventId));
      expect(new Set(old.map(({ cents }) => cents > 0))).toEqual(new Set([isCounted]));
      const fresh = after.filter(({ kind }) => kind === 'good');
      expect(new Set(fresh.map(({ cents }) => cents > 0))).toEqual(new Set([true]));
    },
  );

  it('have no more values of a megabyte than they may have', async () => {
    const events = new MixedEvents(5, findGenerator(pack, folder, 5), pack);
    events.megabytesLeft = 2;
    await events.take(
      1,
      Array.from({ length: 1_000 }, () => beginMicros),
    );
    const kinds = [...events.made.values()].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'megabyte')).toHaveLength(2);
  });

  it('are the same for the same seed', async () => {
    const { sent } = await make(5);
    expect((await make(5)).sent).toEqual(sent);
    expect((await make(6)).sent).not.toEqual(sent);
  });

  it('are of every kind, and only sales count for the revenue', async () => {
    const made = [...(await make(5)).events.made.values()];
    expect(new Set(made.map(({ kind }) => kind)).size).toBe(13);
    const isSale = (kind: string) => ['good', 'late', 'duplicate'].includes(kind);
    expect(made.filter(({ kind, cents }) => isSale(kind) !== cents > 0)).toEqual([]);
  });

  it('repeat an earlier event whole, and give every other one an id of its own', async () => {
    const { events, sent } = await make(5);
    const kindOf = (sequence: number) => events.made.get(sequence)!.kind;
    const repeated = sent.filter(({ sequence }) => kindOf(sequence) === 'duplicate');
    expect(repeated.length).toBeGreaterThan(20);
    for (const { sequence, value } of repeated) {
      expect(sent.some((one) => one.sequence < sequence && one.value === value)).toBe(true);
    }
    const others = sent.filter(({ sequence }) => kindOf(sequence) !== 'duplicate');
    expect(new Set(others.map(({ eventId }) => eventId)).size).toBe(others.length);
  });
});
