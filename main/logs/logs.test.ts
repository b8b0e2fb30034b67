import {
  appendFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logsRequest } from '../contract/logs';
import type { RequestOf } from '../contract/api';
import { ServiceLog } from '../supervisor/service-log';
import { Logs } from './logs';

let folder: string;
let logs: Logs;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-logs-'));
  logs = new Logs({ logs: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, ...lines: string[]) =>
  appendFileSync(join(folder, file), lines.map((line) => `${line}\n`).join(''));
const read = (request: RequestOf<'logs.read'> = {}) => logs.read(logsRequest.parse(request));
const at = (second: number) => `2026-11-21T12:33:${String(second).padStart(2, '0')}.000Z`;

describe('the merged log', () => {
  it('joins all files by time, with source and level', async () => {
    write('app.log', `${at(1)} info pipeline: checking`, `${at(4)} error producer: No answer.`);
    write('broker.log', `${at(2)} INFO  SocketServer Created`, `${at(5)} WARN  Quorum late`);
    write('streamingJob.log', `${at(3)} ${at(3)} WARN SparkConf: Note`);
    write('app.log', `${at(6)} info query: Query sales started`);
    expect((await read()).lines.map(({ source, level, text }) => [source, level, text])).toEqual([
      ['app', 'info', 'pipeline: checking'],
      ['broker', 'info', 'SocketServer Created'],
      ['streamingJob', 'warning', 'SparkConf: Note'],
      ['producer', 'error', 'No answer.'],
      ['broker', 'warning', 'Quorum late'],
      ['query', 'info', 'Query sales started'],
    ]);
  });

  it('gives a stack the level of its first line, and the time of it where it has none', async () => {
    write('app.log', `${at(1)} info pipeline: running`, `${at(2)} TypeError: x`, '    at y.ts:1:2');
    write('broker.log', `${at(3)} ERROR Log broken`, `${at(3)} java.io.IOException: no space`);
    write('broker.log', `${at(3)} \tat kafka.Log.append(Log.scala:1)`, `${at(4)} plain words`);
    const { lines } = await read();
    expect(lines.map(({ atMs, level }) => [new Date(atMs).getUTCSeconds(), level])).toEqual([
      [1, 'info'],
      [2, 'error'],
      [2, 'error'],
      [3, 'error'],
      [3, 'error'],
      [3, 'error'],
      [4, 'info'],
    ]);
  });

  it("keeps back what programs write to each other, and reads the window's own form", async () => {
    write('streamingJob.log', `${at(1)} @progress {"kind":"idle"}`);
    write('window.log', '[71:1121/123319.029:ERROR:gpu.cc(1)] no GPU');
    expect((await read()).lines).toMatchObject([
      {
        source: 'window',
        level: 'error',
        atMs: new Date(new Date().getFullYear(), 10, 21, 12, 33, 19, 29).getTime(),
      },
    ]);
    expect((await read({ leastLevel: 'debug' })).matchCount).toBe(2);
  });

  it('filters by source, level, time and text, and counts the matches', async () => {
    for (let second = 0; second < 10; second++)
      write('broker.log', `${at(second)} ${second % 2 ? 'WARN ' : 'INFO '} Part-${second} Lagging`);
    write('app.log', `${at(4)} warning broker: lagging behind`);
    const count = async (request: RequestOf<'logs.read'>) => (await read(request)).matchCount;
    expect(await count({ sources: ['broker'] })).toBe(10);
    expect(await count({ leastLevel: 'warning' })).toBe(6);
    expect(await count({ fromMs: Date.parse(at(3)), untilMs: Date.parse(at(5)) })).toBe(4);
    expect(await count({ search: { text: 'LAGGING' } })).toBe(11);
    expect(await count({ search: { text: 'part-?*lagg', isPattern: true } })).toBe(10);
    expect(await count({ search: { text: 'part-?*lagg' } })).toBe(0);
    expect(await count({ lastMs: 1 })).toBe(0);
  });

  it('pages from the end, and a page stays where it is while lines are added', async () => {
    for (let second = 0; second < 9; second++)
      write('app.log', `${at(second)} info app: ${second}`);
    const first = await read({ limit: 3 });
    expect(first).toMatchObject({ matchCount: 9, through: 8 });
    write('app.log', `${at(20)} info app: new`);
    const second = await read({ limit: 3, offset: 3, through: first.through });
    expect(second.lines.map(({ text }) => text)).toEqual(['app: 3', 'app: 4', 'app: 5']);
    expect(second).toMatchObject({ matchCount: 9, newerCount: 1, totalLines: 10 });
    expect((await read({ limit: 3, offset: 8 })).lines).toMatchObject([
      { number: 0 },
      { number: 1 },
    ]);
  });

  it('follows a log of a service through its rotation without a gap', async () => {
    const log = new ServiceLog(join(folder, 'broker.log'), { fileSizeBytes: 400 });
    const seen: string[] = [];
    let through = -1;
    for (let line = 0; line < 30; line++) {
      log.write(`line ${line}`);
      await expect
        .poll(async () => (await read()).through, { interval: 5 })
        .toBeGreaterThan(through);
      const page = await read({ limit: 10 });
      seen.push(...page.lines.filter(({ number }) => number > through).map(({ text }) => text));
      through = page.through;
    }
    await log.close();
    expect(seen).toEqual(Array.from({ length: 30 }, (_, line) => `line ${line}`));
  });

  it('reads rotated files at first, and forgets what a reset has emptied', async () => {
    write('app.log', `${at(1)} info app: old`);
    renameSync(join(folder, 'app.log'), join(folder, 'app.log.1'));
    write('app.log', `${at(2)} info app: young`, 'half a li');
    truncateSync(join(folder, 'app.log'), `${at(2)} info app: young\nhalf a li`.length);
    expect((await read()).lines.map(({ text }) => text)).toEqual(['app: old', 'app: young']);
    rmSync(join(folder, 'app.log.1'));
    writeFileSync(join(folder, 'app.log'), '');
    expect(await read()).toMatchObject({ lines: [], totalLines: 0 });
    write('app.log', `${at(3)} info app: after`);
    expect((await read({ through: 1 })).lines).toMatchObject([{ text: 'app: after', number: 2 }]);
  });

  it('answers from 100,000 lines, the newest, within 200 ms', async () => {
    const line = (number: number) =>
      `2026-11-21T12:33:21.000Z INFO  ControllerServer [ControllerServer id=1] Starting step ${number}`;
    writeFileSync(
      join(folder, 'broker.log'),
      Array.from({ length: 120_000 }, (_, number) => `${line(number)}\n`).join(''),
    );
    expect(await read()).toMatchObject({ totalLines: 100_000 });
    const found = await read({ search: { text: '*step*99 id=1*', isPattern: true } });
    expect(found).toMatchObject({ matchCount: 0, lines: [] });
    const searched = await read({ search: { text: 'STEP 11999' } });
    expect(searched.matchCount).toBe(10);
    expect(searched.elapsedMs).toBeLessThan(200);
    expect(found.elapsedMs).toBeLessThan(200);
  });
});
