import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../settings/load-pack';
import { Replay } from './replay';
import { readEvents } from './replay-file';

const { pack } = loadPack(join(__dirname, '../../resources'), 'sales');
let folder: string;
let log: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-replay-'));
  log = join(folder, 'logs/replay-bad-lines.txt');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header = 'Vente_ID,client_id,PRODUIT_ID,timestamp,quantite,montant,client_nom,colour';
const sale = (id: number, name = 'Ada', at = '2026-11-21T10:00:00Z') =>
  `${id},7,101,${at},2,19.98,${name},red`;

function write(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function replayAll(file: string) {
  const replay = await Replay.open([file], pack, log);
  const events = [];
  for (;;) {
    const taken = await replay.take(events.length + 1, new Array<number>(500).fill(0));
    if (taken.length === 0) break;
    events.push(...taken);
  }
  await replay.close();
  return { events, report: replay.report() };
}

describe('a replayed CSV file', () => {
  it('is mapped by name whatever the case, with typed values, key and made id', async () => {
    const file = write('a.csv', `${header}\n${sale(1)}\n`);
    const { events, report } = await replayAll(file);
    expect(JSON.parse(events[0]!.value)).toEqual({
      ...{ vente_id: 1, client_id: 7, produit_id: 101, timestamp: '2026-11-21T10:00:00Z' },
      ...{ quantite: 2, montant: 19.98, client_nom: 'Ada', schema_version: 1 },
      event_id: events[0]!.eventId,
    });
    expect(events[0]).toMatchObject({ sequence: 1, key: '7' });
    expect(events[0]!.eventId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(report.unknownColumns).toEqual({ [file]: ['colour'] });
  });

  it('may have a BOM, CRLF, quotes and line breaks in cells', async () => {
    const rows = [header, sale(1, '"Ada ""A"", B"'), sale(2, '"two\r\nlines"'), sale(3)];
    const { events } = await replayAll(write('a.csv', `\uFEFF${rows.join('\r\n')}\r\n`));
    const names = events.map(({ value }) => JSON.parse(value).client_nom);
    expect(names).toEqual(['Ada "A", B', 'two\r\nlines', 'Ada']);
  });

  it('tells bad lines by number, sends the others, and writes all bad ones down', async () => {
    const rows = [header, sale(1), 'x,7,101,2026-11-21,2,1,Ada,red', '1,2', sale(4)];
    const file = write('a.csv', rows.join('\n'));
    const { events, report } = await replayAll(file);
    expect(events).toHaveLength(2);
    expect(report).toMatchObject({ events: 2, badLines: 2 });
    expect(report.firstBadLines.map(({ line }) => line)).toEqual([3, 4]);
    expect(report.firstBadLines[0]!.reason).toBe('column vente_id: "x" is not of type int');
    expect(readFileSync(log, 'utf8').split('\n')).toHaveLength(3);
  });

  it('keeps the first hundred bad lines and writes every one', async () => {
    const { report } = await replayAll(write('a.csv', `${header}\n${'1,2\n'.repeat(150)}`));
    expect(report.firstBadLines).toHaveLength(100);
    expect(report.badLines).toBe(150);
    expect(readFileSync(log, 'utf8').trimEnd().split('\n')).toHaveLength(150);
  });

  it('is refused before anything is sent when required columns are missing, naming them', async () => {
    const file = write('a.csv', 'vente_id,client_id,produit_id,timestamp\n1,7,101,2026-11-21\n');
    await expect(Replay.open([file], pack, log)).rejects.toMatchObject({
      failure: { code: 'REPLAY_COLUMNS_MISSING', facts: { file, columns: 'quantite, montant' } },
    });
    expect(existsSync(log)).toBe(false);
  });

  it('gives the same ids again, packed or not, and other ids for other content', async () => {
    const content = `${header}\n${sale(1)}\n${sale(2)}\n`;
    const ids = async (file: string) => (await replayAll(file)).events.map((one) => one.eventId);
    const first = await ids(write('a.csv', content));
    expect(new Set(first).size).toBe(2);
    expect(await ids(write('b.csv', content))).toEqual(first);
    expect(await ids(write('a.csv.gz', gzipSync(content)))).toEqual(first);
    const other = await ids(write('a.csv', content.replace('Ada', 'Eve')));
    expect(other.some((id) => first.includes(id))).toBe(false);
  });

  it('holds a bounded number of lines, however many the file has', async () => {
    const file = join(folder, 'large.csv');
    const stream = createWriteStream(file);
    stream.write(`${header}\n`);
    for (let first = 0; first < 200_000; first += 1_000) {
      const rows = Array.from({ length: 1_000 }, (_, index) => sale(100_000 + first + index));
      if (!stream.write(`${rows.join('\n')}\n`)) await once(stream, 'drain');
    }
    await new Promise<void>((resolve) => stream.end(resolve));
    let readBytes = 0;
    const lineBytes = sale(100_000).length + 1;
    let taken = 0;
    let mostHeld = 0;
    const onBytes = (bytes: number) => (readBytes += bytes);
    for await (const line of readEvents(file, 'hash', pack, { onBytes })) {
      if (line.kind === 'event') taken += 1;
      mostHeld = Math.max(mostHeld, readBytes / lineBytes - taken);
      // Whatever stands between the disk and the reader had its chance to run ahead.
      if (taken % 1_000 === 0) await new Promise(setImmediate);
    }
    expect(taken).toBe(200_000);
    expect(mostHeld).toBeLessThan(5_000);
  });

  it('counts the events whose window is closed', async () => {
    const rows = [sale(1, 'Ada', '2026-11-21T09:00:00Z'), sale(2, 'Ada', '2026-11-21T09:54:00Z')];
    const file = write('a.csv', [header, ...rows, sale(3)].join('\n'));
    const replay = await Replay.open([file], pack, log);
    expect(await replay.countClosed(Date.parse('2026-11-21T10:05:00Z'))).toBe(2);
    expect(await replay.countClosed(Date.parse('2026-11-21T10:04:59Z'))).toBe(1);
  });
});

describe('replayed JSON lines', () => {
  it('pass as they are, and get only what they lack', async () => {
    const whole = '{"vente_id": 12345678901234567890, "event_id":"E-1","schema_version":1 }';
    const lines = [whole, '{"vente_id": 1.50 }', '', 'nothing', '[1]', '{"event_id":"a,b"}'];
    const { events, report } = await replayAll(write('a.jsonl', `\uFEFF${lines.join('\r\n')}`));
    expect(events[0]!.value).toBe(whole);
    expect(events[1]!.value).toContain('{"vente_id": 1.50,"event_id":"');
    expect(JSON.parse(events[1]!.value).schema_version).toBe(1);
    expect(report.firstBadLines.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'not JSON'],
      [5, 'not a JSON object'],
      [6, 'field event_id is not a usable id'],
    ]);
  });

  it('are bad when the broker would not take them, by their bytes', async () => {
    const line = (text: string) => `{"event_id":"E-1","schema_version":1,"client_nom":"${text}"}`;
    const lines = [
      line('é'.repeat(600_000)),
      line('e'.repeat(600_000)),
      line('e'.repeat(1_100_000)),
    ];
    const { events, report } = await replayAll(write('a.jsonl', lines.join('\n')));
    expect(events).toHaveLength(1);
    expect(report.firstBadLines.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'longer than 1048000 bytes'],
      [3, 'longer than 1048000 bytes'],
    ]);
  });

  it('are taken by their size too, so that large ones do not fill the memory', async () => {
    const line = `{"client_nom":"${'e'.repeat(900_000)}"}\n`;
    const replay = await Replay.open([write('a.jsonl', line.repeat(20))], pack, log);
    const takes: number[] = [];
    for (;;) {
      const taken = await replay.take(1, new Array<number>(500).fill(0));
      if (taken.length === 0) break;
      takes.push(taken.length);
    }
    await replay.close();
    expect(takes).toEqual([5, 5, 5, 5]);
  });

  it('of an unknown kind or of no file are refused', async () => {
    for (const name of ['a.xml', 'absent.jsonl']) {
      await expect(Replay.open([join(folder, name)], pack, log)).rejects.toMatchObject({
        failure: { code: 'REPLAY_FILE_UNREADABLE' },
      });
    }
  });
});
