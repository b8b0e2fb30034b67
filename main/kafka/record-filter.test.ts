import type { KafkaMessage } from 'kafkajs';
import { expect, it } from 'vitest';
import { kafkaRecordsRequest } from '../contract/kafka-records';
import { recordFilter } from './record-filter';

const message = (
  key: string | null,
  value: string | null,
  headers: Record<string, string | string[]> = {},
) =>
  ({
    key: key === null ? null : Buffer.from(key),
    value: value === null ? null : Buffer.from(value),
    headers,
  }) as unknown as KafkaMessage;
const matches = (conditions: object, one: KafkaMessage) =>
  recordFilter(kafkaRecordsRequest.parse({ topic: 't', ...conditions }))(one);

const sale = message('17', '{"pays":"France","montant":899.97}', {
  stage: 'rule',
  trace: ['a', 'B-7'],
});

it('lets everything through without a condition', () => {
  expect(matches({}, sale)).toBe(true);
  expect(matches({}, message(null, null))).toBe(true);
});

it('looks for a text everywhere, and for a key in the key alone', () => {
  expect(matches({ filter: { text: 'france' } }, sale)).toBe(true);
  expect(matches({ filter: { text: 'b-7' } }, sale)).toBe(true);
  expect(matches({ key: { text: '1' } }, sale)).toBe(true);
  expect(matches({ key: { text: 'France' } }, sale)).toBe(false);
  expect(matches({ key: { text: '1' } }, message(null, '1'))).toBe(false);
});

it('takes headers by name, and by a part of one of their values', () => {
  expect(matches({ headers: [{ name: 'stage' }] }, sale)).toBe(true);
  expect(matches({ headers: [{ name: 'trace', value: 'b' }] }, sale)).toBe(true);
  expect(matches({ headers: [{ name: 'stage', value: 'parse' }] }, sale)).toBe(false);
  expect(matches({ headers: [{ name: 'Stage' }] }, sale)).toBe(false);
});

it('asks the JSON of a value, of which all conditions must hold', () => {
  const json = { path: 'montant', operator: 'above', value: '800' };
  expect(matches({ json }, sale)).toBe(true);
  expect(matches({ json, filter: { text: 'Spain' } }, sale)).toBe(false);
  expect(matches({ json }, message('1', 'no json'))).toBe(false);
  expect(matches({ json }, message('1', null))).toBe(false);
});
