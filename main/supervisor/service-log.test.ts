import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServiceLog } from './service-log';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-log-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);

describe('ServiceLog', () => {
  it('writes the time before each line, readable by its user alone', async () => {
    const file = join(folder, 'logs', 'broker.log');
    const log = new ServiceLog(file);
    log.write('first', 'second');
    log.note('a remark');
    await log.close();
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const time = String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(new RegExp(`${time} first$`));
    expect(lines[2]).toMatch(new RegExp(`${time} \\[supervisor\\] a remark$`));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('adds to what an earlier run has written', async () => {
    const file = join(folder, 'broker.log');
    for (const line of ['earlier', 'later']) {
      const log = new ServiceLog(file);
      log.write(line);
      await log.close();
    }
    expect(readFileSync(file, 'utf8')).toMatch(/earlier\n.* later\n$/);
  });

  it('keeps the newest 200 lines in memory', async () => {
    const log = new ServiceLog(join(folder, 'broker.log'));
    log.write(...numbered(150));
    for (const line of numbered(150)) log.write(line);
    expect(log.lastLines(1_000)).toHaveLength(200);
    expect(log.lastLines(2)).toEqual(['line 148', 'line 149']);
    expect(log.lastLines(0)).toEqual([]);
    await log.close();
  });

  it('tells the lines since a mark, without remarks and without those before', async () => {
    const log = new ServiceLog(join(folder, 'broker.log'));
    log.write('before');
    const mark = log.lineCount;
    expect(log.linesSince(mark, 40)).toEqual([]);
    log.note('a remark');
    log.write('after', 'last');
    expect(log.linesSince(mark, 40)).toEqual(['after', 'last']);
    expect(log.linesSince(mark, 1)).toEqual(['last']);
    await log.close();
  });

  it('rotates: at most five files, no line lost between two of them', async () => {
    const log = new ServiceLog(join(folder, 'broker.log'), { fileSizeBytes: 10_000 });
    for (const line of numbered(2_500)) {
      log.write(line);
      await log.whenWritable();
    }
    await log.close();
    const names = ['broker.log', ...[1, 2, 3, 4].map((number) => `broker.log.${number}`)];
    expect(readdirSync(folder).sort()).toEqual(names);
    const text = [...names].reverse().map((name) => readFileSync(join(folder, name), 'utf8'));
    const kept = text.join('').match(/line \d+/g) ?? [];
    expect(kept).toEqual(numbered(2_500).slice(-kept.length));
    expect(kept.length).toBeGreaterThan(1_000);
  });

  it('goes on in memory when the file cannot be written', async () => {
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    const log = new ServiceLog(join(folder, 'logs', 'broker.log'));
    for (const line of numbered(50)) {
      log.write(line);
      await log.whenWritable();
    }
    expect(log.lastLines(1)).toEqual(['line 49']);
    await log.close();
  });

  it('tries the file again some time after it could not be written', async () => {
    const logs = join(folder, 'logs');
    writeFileSync(logs, '');
    const log = new ServiceLog(join(logs, 'broker.log'), { reopenAfterMs: 0 });
    log.write('lost');
    await log.whenWritable();
    rmSync(logs);
    mkdirSync(logs);
    const isWritten = () => readdirSync(logs).length > 0;
    for (const endMs = Date.now() + 10_000; !isWritten() && Date.now() < endMs;) {
      log.write('kept');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await log.close();
    expect(readFileSync(join(logs, 'broker.log'), 'utf8')).toContain(' kept\n');
  });

  it('takes lines after its close, and a second close', async () => {
    const log = new ServiceLog(join(folder, 'broker.log'));
    log.write('in time');
    await log.close();
    log.write('too late');
    await log.close();
    expect(log.lastLines(2)).toEqual(['in time', 'too late']);
    expect(readFileSync(join(folder, 'broker.log'), 'utf8')).not.toContain('too late');
  });
});
