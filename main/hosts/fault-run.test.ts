import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StreamPack } from '../contract/stream-pack';
import { faultDifference, faultsText } from './texts/faults-text';
import { openFaults } from './fault-run';
import { commandLine } from './program';

const shipped = join(__dirname, '../../resources');
const options = { pack: 'sales', count: 100, forMs: null, ratePerSecond: 100, seed: 1 };
const counts = { late: 0, duplicate: 0, malformed: 0 };

let resources: string;
beforeEach(() => (resources = mkdtempSync(join(tmpdir(), 'deltadesk-packs-'))));
afterEach(() => rmSync(resources, { recursive: true, force: true }));

describe('openFaults', () => {
  it('plans nothing where no fault is wanted', () => {
    expect(openFaults(options, shipped)).toBeNull();
    expect(openFaults({ ...options, faults: counts }, shipped)).toBeNull();
  });

  it('names the pack of which no event can be late, and still sends its other faults', () => {
    cpSync(join(shipped, 'streams'), join(resources, 'streams'), { recursive: true });
    const file = join(resources, 'streams', 'sales', 'stream.json');
    const pack = JSON.parse(readFileSync(file, 'utf8')) as StreamPack;
    const aggregates = pack.aggregates.filter(({ window }) => !window?.watermarkDelayMs);
    writeFileSync(file, JSON.stringify({ ...pack, aggregates }));
    expect(() => openFaults({ ...options, faults: { ...counts, late: 1 } }, resources)).toThrow(
      /SETTING_INVALID.*--late.*pack \\"sales\\".*watermarkDelayMs/,
    );
    const run = openFaults({ ...options, faults: { ...counts, duplicate: 2 } }, resources);
    expect(run?.expected).toMatchObject({ late: 0, duplicates: 2 });
  });

  it('generates by the catalogs of the run, which a person may have changed', async () => {
    const folder = join(resources, 'changed');
    cpSync(join(shipped, 'streams', 'sales'), folder, { recursive: true });
    const file = join(folder, 'catalogs', 'clients.json');
    const clients = JSON.parse(readFileSync(file, 'utf8')) as unknown[];
    writeFileSync(file, JSON.stringify(clients.slice(0, 1)));
    const run = openFaults({ ...options, faults: { ...counts, duplicate: 1 } }, shipped)!;
    const keysBy = async (packFolder: string) => {
      const times = Array.from({ length: 40 }, (_, at) => 1_000_000 * (at + 1));
      const records = await run.by(packFolder).take(1, times, new AbortController().signal);
      return new Set(records.map(({ key }) => key)).size;
    };
    expect(await keysBy(folder)).toBe(1);
    expect(await keysBy(join(shipped, 'streams', 'sales'))).toBeGreaterThan(1);
  });

  it('plans every fault of a run that is too short for them', () => {
    const faults = { late: 4, duplicate: 5, malformed: 10 };
    const short = { ...options, count: null, forMs: 1_000, ratePerSecond: 0.5, faults };
    expect(openFaults(short, shipped)?.expected).toEqual({
      late: 4,
      duplicates: 5,
      rejected: { parse: 4, schema: 4, rule: 2 },
    });
  });
});

describe('the faults of a run', () => {
  const both = (count: number) => ({ expected: count, found: count });
  const rejected = { parse: both(4), schema: both(3), rule: both(2) };
  const faults = { late: both(20), duplicates: both(1_000), rejected };

  it('are shown as a table', () => {
    const lines = faultsText(faults).split('\n');
    expect(lines[0]).toMatch(/^Faults +expected +found$/);
    expect(lines).toHaveLength(7);
    expect(lines[3]).toMatch(/^duplicates +1,000 +1,000$/);
  });

  it('differ in one sentence that names each of them, and a reason where there is one', () => {
    expect(faultDifference(faults, 5)).toBeNull();
    const wrong = {
      ...faults,
      late: { expected: 20, found: 18 },
      rejected: { ...rejected, rule: { expected: 2, found: 3 } },
    };
    expect(faultDifference(wrong, 0)).toBe(
      'The tables do not hold the faults that were sent: late: 20 sent, 18 found; rejected, rule: 2 sent, 3 found.',
    );
    expect(faultDifference(wrong, 5)).toMatch(/5 records were sent again after a lost answer/);
  });
});

describe('the options for faults', () => {
  async function parse(args: readonly string[]) {
    let sentence = '';
    let parsed: unknown = null;
    const run = commandLine('1').commands.find((command) => command.name() === 'run')!;
    run.configureOutput({ writeErr: (text) => (sentence += text) });
    run.action((given) => (parsed = given));
    await run.parseAsync(args, { from: 'user' }).catch(() => undefined);
    return { sentence, parsed };
  }

  it.each([
    [['--late', '-5'], /whole number from 0 to 1000000/],
    [['--late', '1.5'], /whole number/],
    [['--duplicate', '1000001'], /whole number/],
    [['--malformed', 'many'], /whole number/],
    [['--late', '3', '--replay', 'x.csv'], /--late.*cannot be used with.*--replay/],
  ])('%j are refused with a sentence', async (args, sentence) => {
    const refused = await parse(args);
    expect(refused.parsed).toBeNull();
    expect(refused.sentence).toMatch(sentence);
  });

  it('are taken beside a count or a time', async () => {
    const args = ['--for', '5s', '--late', '1000000', '--duplicate', '0', '--malformed', '3'];
    expect(await parse(args)).toMatchObject({
      sentence: '',
      parsed: { for: 5_000, late: 1_000_000, duplicate: 0, malformed: 3 },
    });
  });
});
