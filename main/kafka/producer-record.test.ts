import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProducerRecord } from './producer-record';

const event = (sequence: number) => ({
  sequence,
  eventId: `E${sequence}`,
  timestampMs: 1000 + sequence,
  key: '1',
  value: '{}',
  logLine: '',
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-record-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('ProducerRecord', () => {
  it('starts at 0 and goes on after the newest noted event', () => {
    const first = ProducerRecord.open(join(folder, 'new'));
    expect(first.lastSequence).toBe(0);
    first.noteSent([event(1), event(2)]);
    first.noteAcknowledged([{ sequence: 1, partition: 2, offset: 9 }]);
    first.close();
    const second = ProducerRecord.open(join(folder, 'new'));
    expect(second.lastSequence).toBe(2);
    second.close();
    expect(readFileSync(join(folder, 'new/record-000001.csv'), 'utf8')).toBe(
      's,1,E1,1001\ns,2,E2,1002\na,1,2,9\n',
    );
  });

  it('cuts off a line torn by a hard kill', () => {
    const file = join(folder, 'record-000001.csv');
    writeFileSync(file, 's,1,E1,1001\n');
    appendFileSync(file, 's,2,E');
    const record = ProducerRecord.open(folder);
    expect(record.lastSequence).toBe(1);
    record.noteSent([event(2)]);
    record.close();
    expect(readFileSync(file, 'utf8')).toBe('s,1,E1,1001\ns,2,E2,1002\n');
  });

  it('looks into the file before when the newest is still empty', () => {
    writeFileSync(join(folder, 'record-000001.csv'), 's,41,E41,1\na,41,0,3\n');
    writeFileSync(join(folder, 'record-000002.csv'), '');
    const record = ProducerRecord.open(folder);
    expect(record.lastSequence).toBe(41);
    record.close();
  });

  it.runIf(process.platform === 'linux')('names the folder and the reason on a full disk', () => {
    // The kernel's own full disk.
    symlinkSync('/dev/full', join(folder, 'record-000001.csv'));
    const record = ProducerRecord.open(folder);
    const note = () => record.noteSent([event(1)]);
    expect(note).toThrow(/PRODUCER_RECORD_UNREADABLE.*no space left/);
    record.close();
  });

  it('names the folder when it cannot be opened', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => ProducerRecord.open(join(folder, 'file'))).toThrow(/PRODUCER_RECORD_UNREADABLE/);
  });
});
