import type { KafkaRecord } from '../../../../main/contract/kafka-records';

/** What a record of the dead-letter queue says (floor.md 4.3); null where it says nothing. */
export interface DeadLetter {
  readonly stage: string;
  readonly rule: string | null;
  readonly error: string;
  readonly topic: string;
  readonly partition: number | null;
  readonly offset: number | null;
  /** The original text: JSON is indented, bytes that are no UTF-8 have `�` in their place. */
  readonly original: string;
  readonly pack: string | null;
}

/** Reads the envelope of a rejected record; null for what is none. */
export function readDeadLetter({ value, headers }: KafkaRecord): DeadLetter | null {
  if (value.kind !== 'text' || value.isCut) return null;
  const pack = headers.find(({ name }) => name === 'pack')?.value;
  try {
    const envelope = JSON.parse(value.text) as Record<string, unknown>;
    if (typeof envelope !== 'object' || envelope === null) return null;
    const text = (name: string) =>
      typeof envelope[name] === 'string' ? (envelope[name] as string) : null;
    const number = (name: string) => {
      const found = Number(envelope[name] ?? NaN);
      return Number.isSafeInteger(found) ? found : null;
    };
    const [stage, error, topic] = [text('stage'), text('error'), text('original_topic')];
    if (stage === null || error === null || topic === null) return null;
    return {
      ...{ stage, error, topic },
      rule: text('rule'),
      partition: number('original_partition'),
      offset: number('original_offset'),
      original: originalOf(envelope['original_event'], text('encoding')),
      pack: pack?.kind === 'text' ? pack.text : null,
    };
  } catch {
    return null;
  }
}

function originalOf(event: unknown, encoding: string | null): string {
  if (typeof event !== 'string') return event === null ? '' : JSON.stringify(event, null, 2);
  if (encoding !== 'base64') return event;
  const bytes = Uint8Array.from(atob(event), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

/** Begin and end of a part of a text, the end not included. */
type Range = readonly [start: number, end: number];

/**
 * The parts of the original text that failed: the lines of the fields that the rule looks at, the bytes
 * that are no UTF-8, or from where on it is no JSON. Empty where nothing of it can be pointed at.
 */
export function failingParts({ original, stage }: DeadLetter, fields: readonly string[]): Range[] {
  if (stage !== 'parse') return fields.flatMap((field) => linesOf(original, field));
  const wrongBytes = [...original.matchAll(/\ufffd+/g)].map(({ index, 0: found }): Range => [
    index,
    index + found.length,
  ]);
  if (wrongBytes.length > 0) return wrongBytes;
  const from = firstNoJson(original);
  return from === null ? [] : [[from, original.length]];
}

/** The member of this name with its value, as far as it stands on one line. */
function linesOf(text: string, field: string): Range[] {
  const name = JSON.stringify(field).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`${name}\\s*:[^\\n]*?(?=,?\\s*(?:\\n|$))`).exec(text);
  return found ? [[found.index, found.index + found[0].length]] : [];
}

/** Where a text stops being JSON, as the parser tells; null where it does not, or when it is JSON. */
function firstNoJson(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    return text.length === 0 ? null : Math.min(Number(position ?? 0), text.length - 1);
  }
}
