import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../settings/load-pack';
import type { OutgoingRecord } from '../event-generator';
import { findGenerator } from '../find-generator';
import { closedBeforeMs } from './closed-before';
import { planFaults, type FaultCounts } from './fault-plan';
import { FaultyEvents } from './faulty-events';
import { malformedKindsOf } from './malformed-kinds';

const resources = join(__dirname, '../../../resources');
const beginMs = Date.UTC(2026, 5, 1, 12, 7);
const counts: FaultCounts = { late: 12, duplicate: 25, malformed: 27 };
const never = new AbortController().signal;

interface Made {
  readonly ordinary?: number | null;
  readonly wanted?: FaultCounts;
  readonly seed?: number;
}

function make(packName: string, { ordinary = 200, wanted = counts, seed = 7 }: Made = {}) {
  const { pack, folder } = loadPack(resources, packName);
  const kinds = [...malformedKindsOf(pack).keys()];
  const plan = planFaults(wanted, ordinary ?? 200, seed, kinds);
  const generator = findGenerator(pack, folder, seed);
  return { pack, events: new FaultyEvents({ generator, pack, seed, plan, ordinary }) };
}

/** Pulls as the producer does, ten at a time, one every millisecond. */
async function pull(events: FaultyEvents, most = Infinity): Promise<OutgoingRecord[]> {
  const all: OutgoingRecord[] = [];
  while (all.length < most) {
    const due = Array.from({ length: 10 }, (_, index) => (beginMs + all.length + index) * 1000);
    const taken = await events.take(101 + all.length, due, never);
    if (taken.length === 0) break;
    all.push(...taken);
  }
  return all;
}

/** What a record is, told by the record alone. */
function sort(records: readonly OutgoingRecord[], eventTimeField: string) {
  const kinds = { good: 0, late: 0, duplicate: 0, malformed: 0 };
  const seen = new Set<unknown>();
  for (const { value, eventId, logLine } of records) {
    if (logLine.startsWith('Malformed')) kinds.malformed += 1;
    else if (seen.has(value)) kinds.duplicate += 1;
    else {
      const event = JSON.parse(String(value)) as Record<string, string>;
      expect(event['event_id']).toBe(eventId);
      kinds[Date.parse(event[eventTimeField]!) < beginMs ? 'late' : 'good'] += 1;
      seen.add(value);
    }
  }
  return kinds;
}

describe.each(['sales', 'orders'])('faulty events of %s', (packName) => {
  it('are exactly those of the plan beside the ordinary ones, numbered in a row', async () => {
    const { pack, events } = make(packName);
    events.openLate(beginMs);
    const records = await pull(events);
    expect(sort(records, pack.eventTimeField)).toEqual({ good: 200, ...counts });
    expect(records.map(({ sequence }) => sequence)).toEqual(records.map((_, n) => 101 + n));
    const ids = new Set(records.map(({ eventId }) => eventId));
    expect(ids.size).toBe(records.length - counts.duplicate);
  });

  it('are the same for the same seed', async () => {
    const all = async (seed: number) => {
      const { events } = make(packName, { seed });
      events.openLate(beginMs);
      return pull(events);
    };
    expect(await all(7)).toEqual(await all(7));
    expect(await all(8)).not.toEqual(await all(7));
  });

  it('have late ones of closed windows alone', async () => {
    const { pack, events } = make(packName);
    events.openLate(beginMs);
    const before = closedBeforeMs(pack, beginMs)!;
    const late = (await pull(events)).flatMap(({ value }) => {
      const time = /"(?:event_)?timestamp":"(2026-06-01T1[01][^"]+)"/.exec(String(value))?.[1];
      return time ? [Date.parse(time)] : [];
    });
    expect(late).toHaveLength(counts.late);
    expect(late.every((atMs) => atMs < before)).toBe(true);
  });
});

describe('faulty events', () => {
  it('go on without late ones until the watermark is known, and end with these', async () => {
    const { pack, events } = make('sales');
    const others = 200 + counts.duplicate + counts.malformed;
    const first = await pull(events, others);
    expect(sort(first, pack.eventTimeField)).toMatchObject({ good: 200, late: 0 });
    expect(events.needsWatermark).toBe(true);
    const rest = pull(events);
    expect(events.waitingSinceMs).not.toBeNull();
    events.openLate(beginMs);
    expect(sort(await rest, pack.eventTimeField)).toMatchObject({ good: 0, late: counts.late });
    expect(events.needsWatermark).toBe(false);
  });

  it('let go of a stopped producer while late ones wait, and go on afterwards', async () => {
    const { events } = make('sales', { wanted: { late: 3, duplicate: 0, malformed: 0 } });
    await pull(events, 200);
    const stop = new AbortController();
    const waiting = events.take(301, [beginMs * 1000], stop.signal);
    stop.abort();
    expect(await waiting).toEqual([]);
    events.openLate(beginMs);
    expect(await pull(events)).toHaveLength(3);
  });

  it('send all that is planned when the time is over early', async () => {
    const { pack, events } = make('sales', { ordinary: null });
    events.openLate(beginMs);
    const first = await pull(events, 40);
    const { good } = sort(first, pack.eventTimeField);
    events.endOrdinary();
    const all = [...first, ...(await pull(events))];
    expect(sort(all, pack.eventTimeField)).toEqual({ good, ...counts });
  });

  it('have one event to repeat even when the time was over before the first', async () => {
    const { pack, events } = make('sales', {
      ordinary: null,
      wanted: { late: 0, duplicate: 5, malformed: 0 },
    });
    events.endOrdinary();
    const kinds = sort(await pull(events), pack.eventTimeField);
    expect(kinds).toEqual({ good: 1, late: 0, duplicate: 5, malformed: 0 });
  });
});
