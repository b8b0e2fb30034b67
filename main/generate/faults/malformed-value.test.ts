import { join } from 'node:path';
import { isUtf8 } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { largestRecordBytes } from '../../contract/kafka';
import { loadPack } from '../../settings/load-pack';
import { findGenerator } from '../find-generator';
import { seededRandom } from '../seeded-random';
import { closedBeforeMs } from './closed-before';
import { malformedKindsOf, type MalformedKind } from './malformed-kinds';
import { malformedValue } from './malformed-value';

const resources = join(__dirname, '../../../resources');
const beginMs = Date.UTC(2026, 5, 1, 12, 7);

describe.each(['sales', 'orders'])('malformed values of %s', (packName) => {
  const { pack, folder } = loadPack(resources, packName);
  const generator = findGenerator(pack, folder, 3);
  const each = (kind: MalformedKind, length = 200) =>
    Array.from({ length }, (_, index) => {
      const event = generator.event(index + 1, beginMs * 1000);
      const own = JSON.parse(event.value) as Record<string, unknown>;
      return { own, value: malformedValue(kind, event, pack, seededRandom(3, index)) };
    });
  const changedFields = (kind: MalformedKind) =>
    each(kind).map(({ own, value }) => {
      const event = JSON.parse(String(value)) as Record<string, unknown>;
      const names = Object.keys(own).filter((name) => own[name] !== event[name]);
      expect(names).toHaveLength(1);
      return { name: names[0]!, to: event[names[0]!] };
    });

  it('are of all kinds', () => {
    expect(malformedKindsOf(pack).size).toBe(10);
    expect(new Set(malformedKindsOf(pack).values())).toEqual(new Set(['parse', 'schema', 'rule']));
  });

  it('are no JSON, nothing, empty or no UTF-8 where parsing must fail', () => {
    for (const { value } of each('notJson')) {
      expect(String(value)).not.toBe('');
      expect(() => JSON.parse(String(value))).toThrow();
    }
    for (const { value } of each('tombstone')) expect(value).toBeNull();
    for (const { value } of each('emptyValue')) expect(value).toBe('');
    for (const { value } of each('invalidUtf8')) expect(isUtf8(value as Buffer)).toBe(false);
  });

  it('have one field that does not fit where the schema must refuse', () => {
    const fields = new Map(pack.fields.map((field) => [field.name, field]));
    const missing = changedFields('missingField');
    expect(missing.every(({ name, to }) => fields.get(name)!.required && to === undefined)).toBe(
      true,
    );
    expect(missing.some(({ name }) => name === pack.eventIdField)).toBe(true);
    for (const { name, to } of changedFields('wrongType')) {
      expect(typeof to === 'string').toBe(fields.get(name)!.type !== 'string');
    }
    for (const { name, to } of changedFields('newerSchema')) {
      expect({ name, to }).toEqual({ name: pack.schemaVersionField, to: pack.schemaVersion + 1 });
    }
  });

  it('have a megabyte where a number or a time is wanted, and yet fit into a send', () => {
    for (const { value } of each('megabyte', 5)) {
      expect(Buffer.byteLength(String(value))).toBeGreaterThan(900_000);
      expect(Buffer.byteLength(String(value))).toBeLessThan(largestRecordBytes);
    }
  });

  it('break a rule by an event time of next year or a value of no catalog', () => {
    for (const { name, to } of changedFields('farFuture')) {
      expect(name).toBe(pack.eventTimeField);
      expect(Date.parse(String(to))).toBeGreaterThan(beginMs + 300 * 86_400_000);
    }
    for (const { to } of changedFields('unknownValue')) expect(to).toMatch(/^UNKNOWN-\d+$/);
  });
});

describe('kinds of malformed records', () => {
  const { pack } = loadPack(resources, 'sales');

  it('leave out the far future where no rule bounds it, and unknown values where none is checked', () => {
    const bare = { ...pack, silver: { ...pack.silver, rules: [] } };
    expect(malformedKindsOf(bare).has('farFuture')).toBe(false);
    const foreign = { ...pack, generator: { ...pack.generator, name: 'shops' } };
    expect(malformedKindsOf(foreign).has('unknownValue')).toBe(false);
  });

  it('expect the schema to refuse an unknown value of a field that lists its values', () => {
    const fields = pack.fields.map((field, n) => (n === 6 ? { ...field, values: ['A'] } : field));
    expect(malformedKindsOf({ ...pack, fields }).get('unknownValue')).toBe('schema');
  });
});

describe('closedBeforeMs', () => {
  const { pack } = loadPack(resources, 'sales');

  it('is the start of the oldest open window', () => {
    // Windows of 5 minutes, 10 minutes behind: at 12:07 the watermark is 11:57.
    expect(closedBeforeMs(pack, beginMs)).toBe(Date.UTC(2026, 5, 1, 11, 55));
    expect(closedBeforeMs(pack, beginMs + 180_000)).toBe(Date.UTC(2026, 5, 1, 12, 0));
  });

  it('is that of the window table which closes last, null where no event is ever late', () => {
    const windows = pack.aggregates.filter(({ window }) => window?.watermarkDelayMs !== undefined);
    const [one] = windows;
    const slow = { ...one!, window: { ...one!.window!, watermarkDelayMs: 86_400_000 } };
    expect(closedBeforeMs({ ...pack, aggregates: [one!, slow] }, beginMs)).toBe(
      Date.UTC(2026, 4, 31, 12, 5),
    );
    expect(closedBeforeMs({ ...pack, aggregates: [] }, beginMs)).toBeNull();
  });
});
