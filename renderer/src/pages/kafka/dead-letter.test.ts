import { expect, it } from 'vitest';
import { recordWith, shownText } from '../../fixtures/kafka-fixtures';
import { failingParts, readDeadLetter } from './dead-letter';

const envelope = (more: object) =>
  readDeadLetter(
    recordWith(
      3,
      shownText(
        JSON.stringify({
          original_event: { client_id: 99_999, pays: 'Nowhere', montant: 12.5 },
          error: 'The country is not a known one.',
          original_topic: 'ventes_stream',
          stage: 'rule',
          rule: 'SR-6',
          original_partition: 1,
          original_offset: '420',
          ...more,
        }),
      ),
    ),
  )!;
const marked = (letter: NonNullable<ReturnType<typeof readDeadLetter>>, fields: string[]) =>
  failingParts(letter, fields).map(([start, end]) => letter.original.slice(start, end));

it('tells the original place, and marks the fields that the rule looks at', () => {
  const letter = envelope({});
  expect(letter).toMatchObject({ topic: 'ventes_stream', partition: 1, offset: 420 });
  expect(marked(letter, ['pays'])).toEqual(['"pays": "Nowhere"']);
  expect(marked(letter, ['montant'])).toEqual(['"montant": 12.5']);
  expect(marked(letter, ['absent'])).toEqual([]);
});

it('marks bytes that are no text, and from where on a text is no JSON', () => {
  const bytes = btoa('{"a":"\xff\xfe"}');
  const binary = envelope({ stage: 'parse', original_event: bytes, encoding: 'base64' });
  expect(marked(binary, [])).toEqual(['\ufffd\ufffd']);
  const broken = envelope({ stage: 'parse', original_event: '{"a":1 "b":2}' });
  expect(marked(broken, [])).toHaveLength(1);
  expect(broken.original.endsWith(marked(broken, [])[0]!)).toBe(true);
});

it('is none for a record that is no envelope', () => {
  expect(readDeadLetter(recordWith(1, shownText('{"a":1}')))).toBeNull();
  expect(readDeadLetter(recordWith(1, shownText('no json')))).toBeNull();
});
