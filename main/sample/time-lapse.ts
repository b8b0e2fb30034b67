import type { EventSource, OutgoingRecord } from '../generate/event-generator';

export interface TimeLapse {
  /** Event times are spread between these two. */
  readonly fromMs: number;
  readonly toMs: number;
  /** About so many records there will be; more of them share the last moment. */
  readonly records: number;
}

const hourMs = 3_600_000;
/** A quiet night, then a day with its peak in the afternoon (UTC). */
const weightOfHour = (hour: number) => 0.15 + Math.max(0, Math.sin((Math.PI * (hour - 5)) / 17));

/**
 * Lets a source play days in seconds: its records are sent now, and the events in them
 * happened at times spread over the lapse, in the same order, more by day than by night.
 */
export function playTimeLapse(source: EventSource, lapse: TimeLapse): EventSource {
  const timeOf = momentsOf(lapse);
  let taken = 0;
  return {
    async take(firstSequence, timesMicros, stopped): Promise<readonly OutgoingRecord[]> {
      const events = timesMicros.map((_, index) => timeOf(taken + index) * 1_000);
      const records = await source.take(firstSequence, events, stopped);
      taken += records.length;
      // When it is sent: the latency of a record is counted from here.
      return records.map((record) => ({ ...record, timestampMs: Date.now() }));
    },
  };
}

/** The moment of the n-th record (from 0), whole epoch ms, never earlier than the one before. */
function momentsOf({ fromMs, toMs, records }: TimeLapse): (index: number) => number {
  const ends: { readonly atMs: number; readonly share: number }[] = [{ atMs: fromMs, share: 0 }];
  let sum = 0;
  for (let atMs = fromMs; atMs < toMs;) {
    const endMs = Math.min(toMs, (Math.floor(atMs / hourMs) + 1) * hourMs);
    sum += weightOfHour(new Date(atMs).getUTCHours()) * (endMs - atMs);
    ends.push({ atMs: endMs, share: sum });
    atMs = endMs;
  }
  return (index) => {
    const wanted = (Math.min(index, records - 1) / records) * sum;
    const next = ends.findIndex(({ share }) => share > wanted);
    const [from, to] = [ends[next - 1]!, ends[next]!];
    const part = (wanted - from.share) / (to.share - from.share);
    return Math.round(from.atMs + part * (to.atMs - from.atMs));
  };
}
