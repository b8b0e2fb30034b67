import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { loadPack } from './load-pack';

const shipped = join(__dirname, '../../resources');
let resources: string;
beforeEach(() => {
  resources = mkdtempSync(join(tmpdir(), 'deltadesk-pack-'));
  mkdirSync(join(resources, 'streams/sales'), { recursive: true });
});
afterEach(() => rmSync(resources, { recursive: true, force: true }));

const failureOf = (name: string) => {
  try {
    loadPack(resources, name);
    return null;
  } catch (error) {
    return toFailure(error);
  }
};

describe('loadPack', () => {
  it('puts the numbers that were chosen, else its own, into the expressions', () => {
    const { pack } = loadPack(shipped, 'sales', { premiumThreshold: 750.5, anotherPacks: 1 });
    const expression = JSON.stringify(pack.aggregates);
    expect(expression).toContain('>= 750.5 then');
    expect(expression).toContain('>= 100 then');
    expect(pack.parameters['premiumThreshold']?.value).toBe(750.5);
    expect(pack.parameters['loyaltyThreshold']?.value).toBe(2);
  });

  it('reads the shipped pack', () => {
    const { pack } = loadPack(shipped, 'sales');
    expect(pack.topic).toMatchObject({ name: 'ventes_stream', partitions: 3 });
    expect(pack.silver.columns).toHaveLength(30);
    expect(pack.bronze.columns).toHaveLength(22);
  });

  it('names the packs that there are', () => {
    expect(failureOf('sale')).toMatchObject({ code: 'PACK_UNKNOWN', facts: { known: 'sales' } });
    expect(failureOf('../sales')).toMatchObject({ code: 'PACK_UNKNOWN' });
  });

  it('names the file and the field of an error', () => {
    const json = JSON.parse(readFileSync(join(shipped, 'streams/sales/stream.json'), 'utf8'));
    json.topic.partitions = 0;
    writeFileSync(join(resources, 'streams/sales/stream.json'), JSON.stringify(json));
    expect(failureOf('sales')?.facts['reason']).toMatch(/^topic\.partitions: /);
    writeFileSync(join(resources, 'streams/sales/stream.json'), '{"pack":');
    expect(failureOf('sales')?.code).toBe('PACK_INVALID');
  });
});
