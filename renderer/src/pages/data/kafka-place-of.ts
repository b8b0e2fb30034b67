import type { Cell } from '../../../../main/contract/query';

/** What the engine's own columns say of a row's Kafka record; null for a column it lacks. */
export interface KafkaPlace {
  readonly topic: string | null;
  readonly partition: number | null;
  readonly offset: number | null;
  /** ISO text of the record's own time. */
  readonly atText: string | null;
  readonly eventId: string | null;
}

/** Why a rejected record was refused. */
export interface Refusal {
  readonly stage: string;
  readonly rule: string | null;
  readonly error: string;
}

/** Reads the columns that the table of rejected records alone has; null for a row of another. */
export function refusalOf(
  columns: readonly { readonly name: string }[],
  values: readonly Cell[],
): Refusal | null {
  if (!columns.some(({ name }) => name === 'rejected_at')) return null;
  const of = textIn(columns, values);
  const [stage, error] = [of('stage'), of('error')];
  return stage === null || error === null ? null : { stage, rule: of('rule'), error };
}

/** Reads the columns that every pack's tables of rows have. */
export function kafkaPlaceOf(
  columns: readonly { readonly name: string }[],
  values: readonly Cell[],
): KafkaPlace {
  const of = textIn(columns, values);
  const number = (text: string | null) => (text === null ? null : Number(text));
  return {
    topic: of('kafka_topic'),
    partition: number(of('kafka_partition')),
    offset: number(of('kafka_offset')),
    atText: of('kafka_timestamp') ?? of('kafka_ingest_timestamp'),
    eventId: of('event_id'),
  };
}

const textIn =
  (columns: readonly { readonly name: string }[], values: readonly Cell[]) => (name: string) => {
    const value = values[columns.findIndex((column) => column.name === name)] ?? null;
    return value === null ? null : String(value);
  };
