import type { KafkaMessage } from 'kafkajs';
import { jsonMatcher } from '../contract/json-condition';
import type { HeaderCondition, KafkaRecordsRequest } from '../contract/kafka-records';
import { finderOf } from '../contract/log-search';
import { headersOf } from './show-bytes';

type Matcher = (message: KafkaMessage) => boolean;

/** Tells which records meet all conditions of a request; texts are looked at uncut. */
export function recordFilter({
  filter,
  key,
  headers,
  json,
}: Pick<KafkaRecordsRequest, 'filter' | 'key' | 'headers' | 'json'>): Matcher {
  const matchers: Matcher[] = headers.map(headerMatcher);
  if (key) {
    const find = finderOf(key);
    matchers.push((message) => message.key !== null && find(String(message.key)) !== null);
  }
  if (filter) {
    const find = finderOf(filter);
    matchers.push((message) => isFoundIn(message, find));
  }
  if (json) {
    const meets = jsonMatcher(json);
    matchers.push(({ value }) => {
      const parsed = parse(value);
      return parsed !== undefined && meets(parsed);
    });
  }
  return (message) => matchers.every((matches) => matches(message));
}

function headerMatcher({ name, value }: HeaderCondition): Matcher {
  const sought = value?.toLowerCase();
  return (message) =>
    headersOf(message).some(
      ([own, text]) =>
        own === name &&
        (sought === undefined ||
          String(text ?? '')
            .toLowerCase()
            .includes(sought)),
    );
}

function isFoundIn(message: KafkaMessage, find: (text: string) => unknown): boolean {
  const parts = [message.key, message.value, ...headersOf(message).flat()];
  return parts.some((part) => part !== null && part !== undefined && find(String(part)) !== null);
}

/** Undefined for what is no JSON. */
function parse(value: Buffer | null): unknown {
  try {
    return value === null ? undefined : (JSON.parse(String(value)) as unknown);
  } catch {
    return undefined;
  }
}
