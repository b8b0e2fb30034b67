import { statSync } from 'node:fs';
import { failed } from '../contract/failure';
import type { StreamPack } from '../contract/stream-pack';
import type { EventSource, GeneratedEvent } from '../generate/event-generator';
import { BadLines, type BadLine } from './bad-lines';
import { closedWindowTest } from './closed-windows';
import { formatOf } from './open-file';
import { hashContent, readEvents, type ReplayedLine } from './replay-file';

/** A take ends with the line that exceeds this, however many were due: lines may have 1 MB. */
const mostHeldCharacters = 4_000_000;

/** How far a replay is; bytes are those on disk. */
export interface ReplayProgress {
  readonly totalBytes: number;
  readonly readBytes: number;
  readonly lines: number;
}

/** What a replay says at its end. */
export interface ReplayReport {
  readonly events: number;
  readonly badLines: number;
  readonly firstBadLines: readonly BadLine[];
  /** Columns of no field, by file. */
  readonly unknownColumns: Readonly<Record<string, readonly string[]>>;
}

/**
 * Files as the producer's source: lines are read only as fast as the producer takes them, so no
 * more than one take's events are held. `open` looks at every file's first lines, so that a file
 * that cannot be replayed is refused before anything is sent.
 */
export class Replay implements EventSource {
  private readBytes = 0;
  private lines = 0;
  private events = 0;
  private readonly unknownColumns: Record<string, readonly string[]> = {};
  private reading: AsyncGenerator<ReplayedLine & { file: string }> | null = null;

  private constructor(
    private readonly hashes: ReadonlyMap<string, string>,
    private readonly pack: StreamPack,
    private readonly bad: BadLines,
    private readonly totalBytes: number,
  ) {}

  /** Fails with `REPLAY_FILE_UNREADABLE` or `REPLAY_COLUMNS_MISSING`. */
  static async open(files: readonly string[], pack: StreamPack, badLinesFile: string) {
    const hashes = new Map<string, string>();
    let totalBytes = 0;
    for (const file of files) {
      formatOf(file);
      try {
        totalBytes += statSync(file).size;
        hashes.set(file, await hashContent(file));
      } catch (error) {
        throw failed('REPLAY_FILE_UNREADABLE', { file, reason: (error as Error).message });
      }
      const look = readEvents(file, '', pack);
      await look.next();
      await look.return(undefined);
    }
    return new Replay(hashes, pack, new BadLines(badLinesFile), totalBytes);
  }

  /** Events whose window is closed already; `maxEventTimeMs` is the newest event time in Silver. */
  async countClosed(maxEventTimeMs: number): Promise<number> {
    const isClosed = closedWindowTest(this.pack, maxEventTimeMs);
    let closed = 0;
    for (const [file, hash] of this.hashes) {
      for await (const line of readEvents(file, hash, this.pack)) if (isClosed(line)) closed += 1;
    }
    return closed;
  }

  async take(firstSequence: number, due: readonly number[]): Promise<readonly GeneratedEvent[]> {
    this.reading ??= this.readAll();
    const taken: GeneratedEvent[] = [];
    let held = 0;
    while (taken.length < due.length && held < mostHeldCharacters) {
      const next = await this.reading.next();
      if (next.done) break;
      this.lines += 1;
      const { value: line } = next;
      if (line.kind === 'bad') {
        this.bad.add({ file: line.file, line: line.line, reason: line.reason });
        continue;
      }
      this.events += 1;
      held += line.event.value.length;
      const logLine = `${line.file}:${line.line}`;
      const sequence = firstSequence + taken.length;
      taken.push({ ...line.event, sequence, timestampMs: Date.now(), logLine });
    }
    return taken;
  }

  progress(): ReplayProgress {
    return { totalBytes: this.totalBytes, readBytes: this.readBytes, lines: this.lines };
  }

  report(): ReplayReport {
    return {
      events: this.events,
      badLines: this.bad.count,
      firstBadLines: this.bad.first,
      unknownColumns: this.unknownColumns,
    };
  }

  /** Lets go of the files; call it when the producer has stopped. */
  async close(): Promise<void> {
    await this.reading?.return(undefined);
    this.bad.close();
  }

  private async *readAll(): AsyncGenerator<ReplayedLine & { file: string }> {
    for (const [file, hash] of this.hashes) {
      const events = readEvents(file, hash, this.pack, {
        onBytes: (bytes) => (this.readBytes += bytes),
        onUnknown: (columns) => {
          if (columns.length > 0) this.unknownColumns[file] = columns;
        },
      });
      for await (const line of events) yield { ...line, file };
    }
  }
}
