import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { salesGenerator } from '../../../main/generate/sales';
import { readSalesCatalogs } from '../../../main/generate/sales-catalogs';
import { MixedEvents } from './mixed-events';

const catalogs = readSalesCatalogs(join(__dirname, '../../../resources/streams/sales'));
const beginMicros = 1_766_400_000_000_000;

function make(seed: number) {
  const events = new MixedEvents(seed, salesGenerator(seed, catalogs));
  const sent = Array.from({ length: 1_000 }, (_, index) =>
    events.event(index + 1, beginMicros + index * 2_000),
  );
  return { events, sent };
}

describe('mixed events', () => {
  it('are the same for the same seed', () => {
    expect(make(5).sent).toEqual(make(5).sent);
    expect(make(6).sent).not.toEqual(make(5).sent);
  });

  it('are of every kind, and only sales count for the revenue', () => {
    const made = [...make(5).events.made.values()];
    expect(new Set(made.map(({ kind }) => kind)).size).toBe(7);
    const isSale = (kind: string) => ['good', 'late', 'duplicate'].includes(kind);
    expect(made.filter(({ kind, cents }) => isSale(kind) !== cents > 0)).toEqual([]);
  });

  it('repeat an earlier event whole, and give every other one an id of its own', () => {
    const { events, sent } = make(5);
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
