import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MixedEvent, MixedEvents } from './mixed-events';

/** Where the broker said that an event is. */
export interface AcknowledgedEvent extends MixedEvent {
  readonly sequence: number;
  readonly partition: number;
  readonly offset: number;
}

/** What the producer's own record says, joined with what the generator made. */
export interface SentEvents {
  /** Sequence numbers noted before their send; of some the broker may never have heard. */
  readonly sent: readonly MixedEvent[];
  readonly acknowledged: readonly AcknowledgedEvent[];
}

/** Reads the record line by line; an event that the generator did not make is an error. */
export function readSentEvents(recordFolder: string, events: MixedEvents): SentEvents {
  const text = readdirSync(recordFolder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => readFileSync(join(recordFolder, name), 'utf8'))
    .join('');
  const sent: MixedEvent[] = [];
  const acknowledged: AcknowledgedEvent[] = [];
  const madeAs = (sequence: number) => {
    const made = events.made.get(sequence);
    if (!made) throw new Error(`the record names event ${sequence}, which was never made`);
    return made;
  };
  for (const line of text.split('\n').filter(Boolean)) {
    const [mark, number, third, fourth] = line.split(',');
    const sequence = Number(number);
    const event = madeAs(sequence);
    if (mark === 's') {
      if (third !== event.eventId) throw new Error(`the record names event ${sequence} ${third}`);
      sent.push(event);
    } else {
      acknowledged.push({ ...event, sequence, partition: Number(third), offset: Number(fourth) });
    }
  }
  return { sent, acknowledged };
}
