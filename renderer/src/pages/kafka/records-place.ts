import type { RequestOf } from '../../../../main/contract/api';
import { readRecordFilter, type RecordFilter } from './record-filter';

/** Where the list of records begins, by its name in the address; `live` goes on by itself. */
export const places = ['earliest', 'latest', 'offset', 'time', 'live'] as const;
export type PlaceName = (typeof places)[number];

/** What the address says of the records. */
export interface RecordsPlace {
  readonly place: PlaceName;
  readonly offset: number;
  /** Epoch milliseconds. */
  readonly atMs: number;
  /** Null: all partitions. */
  readonly partition: number | null;
  readonly filter: RecordFilter;
}

type Parameters = Readonly<Record<string, string | undefined>>;

/**
 * `?partition=1&offset=420` alone means that place; what cannot be read counts as not said.
 * `usualAtMs` is the time where the address says none: one that does not move on by itself.
 */
export function readPlace(parameters: Parameters, usualAtMs: number): RecordsPlace {
  const number = (name: string) => {
    const value = Number(parameters[name] || NaN);
    return Number.isSafeInteger(value) && value >= 0 ? value : null;
  };
  const [offset, atMs] = [number('offset'), number('time')];
  const implied = offset !== null ? 'offset' : atMs !== null ? 'time' : 'latest';
  return {
    place: places.find((place) => place === parameters['from']) ?? implied,
    offset: offset ?? 0,
    atMs: atMs ?? usualAtMs,
    partition: number('partition'),
    filter: readRecordFilter(parameters),
  };
}

/** The place as the control center is asked for it; a live tail begins with the newest. */
export function recordsRequest(
  topic: string,
  { place, offset, atMs, partition, filter }: RecordsPlace,
): RequestOf<'kafkaRecords.read'> {
  const from = {
    latest: { kind: 'latest' },
    live: { kind: 'latest' },
    earliest: { kind: 'earliest' },
    offset: { kind: 'offset', offset },
    time: { kind: 'timestamp', atMs },
  } as const;
  return {
    topic,
    from: from[place],
    partitions: partition === null ? null : [partition],
    ...filter.request,
    limit: 200,
  };
}

/** Epoch milliseconds as a `datetime-local` field has them, local to the second. */
export function toLocalField(atMs: number): string {
  const shifted = new Date(atMs - new Date(atMs).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19);
}
