import { join } from 'node:path';
import { keptLogLines } from '../contract/logs';
import type { LogsPage, LogsRequest } from '../contract/logs';
import type { DataPaths } from '../settings/paths';
import { FollowedFile } from './followed-file';
import { LogLineReader, type LogFileName, type UnnumberedLine } from './log-line-reader';
import { LogTimeline } from './log-timeline';

const fileNames = ['app', 'broker', 'streamingJob', 'window'] as const;
/** The lines are let go when nobody has asked for this long. */
const idleMs = 60_000;

interface FollowedLog {
  readonly name: LogFileName;
  readonly file: FollowedFile;
  /** Null before the first line. */
  reader: LogLineReader | null;
}

/** The log files of the data folder as one timeline, read when somebody asks. */
export class Logs {
  private followed: FollowedLog[] | null = null;
  private timeline = new LogTimeline(0);
  private reading: Promise<void> | null = null;
  private idle: NodeJS.Timeout | null = null;

  constructor(private readonly paths: Pick<DataPaths, 'logs'>) {}

  /** A page of the newest lines; a file that is missing or cannot be read has no lines. */
  async read(request: LogsRequest): Promise<LogsPage> {
    const beginMs = performance.now();
    if (this.idle) clearTimeout(this.idle);
    // Several who ask at the same moment share one reading of the files.
    this.reading ??= this.readFiles().finally(() => (this.reading = null));
    await this.reading;
    this.idle = setTimeout(() => this.forget(), idleMs).unref();
    const page = this.timeline.page(request, Date.now());
    return { ...page, elapsedMs: performance.now() - beginMs };
  }

  private forget(): void {
    this.followed = null;
    this.timeline = new LogTimeline(this.timeline.nextNumber);
  }

  private async readFiles(): Promise<void> {
    this.followed ??= fileNames.map((name) => ({
      name,
      file: new FollowedFile(join(this.paths.logs, `${name}.log`)),
      reader: null,
    }));
    const read = await Promise.all(this.followed.map((log) => readLog(log)));
    if (read.some(({ beginsAnew }) => beginsAnew)) {
      // A reset has emptied a file: what it held is not to be shown any more.
      this.forget();
      return this.readFiles();
    }
    this.timeline.add(read.flatMap(({ lines }) => lines));
  }
}

async function readLog(
  log: FollowedLog,
): Promise<{ beginsAnew: boolean; lines: UnnumberedLine[] }> {
  const { lines, beginsAnew, writtenAtMs } = await log.file.read(keptLogLines);
  const reader = (log.reader ??= new LogLineReader(log.name, writtenAtMs ?? Date.now()));
  return { beginsAnew, lines: lines.map((line) => reader.read(line)) };
}
