import { closeSync, ftruncateSync, mkdirSync, openSync, readSync } from 'node:fs';
import { fstatSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed } from '../contract/failure';
import type { OutgoingRecord } from '../generate/event-generator';

const maxFileBytes = 64 * 1024 * 1024;
const tailBytes = 256 * 1024;
const filePattern = /^record-(\d{6})\.csv$/;

/** Where one acknowledged event went. */
export interface Acknowledgement {
  readonly sequence: number;
  readonly partition: number;
  readonly offset: number;
}

/**
 * The producer's own record (floor.md section 2): each event is noted before it is sent
 * (`s,<sequence>,<event id>,<timestamp ms>`), and again when the broker has acknowledged it
 * (`a,<sequence>,<partition>,<offset>`). Lines are handed to the operating system before the send
 * goes out, so they survive a hard kill of this process. Append-only CSV files of at most 64 MB.
 */
export class ProducerRecord {
  private constructor(
    private readonly folder: string,
    private fileNumber: number,
    private descriptor: number,
    /** Sequence number of the newest event ever noted; 0 in a new data folder. */
    readonly lastSequence: number,
  ) {}

  /** Opens the record; a last line torn by a hard kill is cut off: its event was never sent. */
  static open(folder: string): ProducerRecord {
    try {
      mkdirSync(folder, { recursive: true });
      const numbers = readdirSync(folder)
        .map((name) => Number(filePattern.exec(name)?.[1] ?? 0))
        .sort((a, b) => a - b);
      const newest = Math.max(1, numbers.at(-1) ?? 1);
      const descriptor = openSync(fileName(folder, newest), 'a+');
      let lastSequence = repairTail(descriptor);
      if (lastSequence === 0 && newest > 1) {
        const previous = openSync(fileName(folder, newest - 1), 'r');
        lastSequence = readLastSequence(previous).lastSequence;
        closeSync(previous);
      }
      return new ProducerRecord(folder, newest, descriptor, lastSequence);
    } catch (error) {
      throw failed('PRODUCER_RECORD_UNREADABLE', { folder, reason: String(error) });
    }
  }

  noteSent(events: readonly OutgoingRecord[]): void {
    this.append(events.map((event) => `s,${event.sequence},${event.eventId},${event.timestampMs}`));
  }

  noteAcknowledged(acknowledgements: readonly Acknowledgement[]): void {
    this.append(acknowledgements.map((ack) => `a,${ack.sequence},${ack.partition},${ack.offset}`));
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private append(lines: readonly string[]): void {
    if (lines.length === 0) return;
    try {
      this.write(`${lines.join('\n')}\n`);
    } catch (error) {
      const { message } = error as Error;
      throw failed('PRODUCER_RECORD_UNREADABLE', { folder: this.folder, reason: message });
    }
  }

  private write(text: string): void {
    // A synchronous write is what makes "noted before the send" true; 500 lines take about 0.1 ms.
    writeFileSync(this.descriptor, text);
    if (fstatSync(this.descriptor).size < maxFileBytes) return;
    closeSync(this.descriptor);
    this.fileNumber += 1;
    this.descriptor = openSync(fileName(this.folder, this.fileNumber), 'a+');
  }
}

function fileName(folder: string, number: number): string {
  return join(folder, `record-${String(number).padStart(6, '0')}.csv`);
}

function repairTail(descriptor: number): number {
  const { lastSequence, completeBytes } = readLastSequence(descriptor);
  if (fstatSync(descriptor).size > completeBytes) ftruncateSync(descriptor, completeBytes);
  return lastSequence;
}

/** Newest sequence noted in the file's tail, and the size up to its last complete line. */
function readLastSequence(descriptor: number): { lastSequence: number; completeBytes: number } {
  const size = fstatSync(descriptor).size;
  const start = Math.max(0, size - tailBytes);
  const buffer = Buffer.alloc(size - start);
  readSync(descriptor, buffer, 0, buffer.length, start);
  const completeBytes = start + buffer.lastIndexOf(0x0a) + 1;
  const lines = buffer.toString('utf8', 0, completeBytes - start).split('\n');
  const sent = lines.findLast((line) => line.startsWith('s,'));
  return { lastSequence: sent ? Number(sent.split(',')[1]) : 0, completeBytes };
}
