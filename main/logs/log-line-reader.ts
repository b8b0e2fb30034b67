import type { LogLevel, LogLine, LogSource } from '../contract/logs';

/** A line before it has its place among all others. */
export type UnnumberedLine = Omit<LogLine, 'number'>;

/** The files that are read; their names are also those of the services. */
export type LogFileName = 'app' | 'broker' | 'streamingJob' | 'window';

const longestText = 4_000;
const stamp = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) /;
/** Lines of the JVMs' loggers; the job's carry a second time of their own. */
const loggerLevel = /^(?:\d{4}-\d\d-\d\dT[\d:.]+Z )?(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\s+/;
/** Lines of the app's event log. */
const appLevel = /^(info|warning|error) (([\w-]+): )/;
/** Lines of the desktop window's browser engine: `[pid:MMDD/HHMMSS.mmm:LEVEL:…] text`, local time. */
const windowLevel =
  /^\[\d+:(\d\d)(\d\d)\/(\d\d)(\d\d)(\d\d)\.(\d{3})\d*:(VERBOSE|INFO|WARNING|ERROR|FATAL)\w*:/;
const restOfStack = /^\s|^Caused by: |^Suppressed: |^[\w.$]+(Exception|Error)(: |$)/;

const levels: Readonly<Record<string, LogLevel>> = {
  TRACE: 'debug',
  DEBUG: 'debug',
  VERBOSE: 'debug',
  INFO: 'info',
  WARN: 'warning',
  WARNING: 'warning',
  ERROR: 'error',
  FATAL: 'error',
};

/** Reads the lines of one file, oldest first; what a line does not say, the one above it does. */
export class LogLineReader {
  private atMs: number;
  private level: LogLevel = 'info';

  constructor(
    private readonly file: LogFileName,
    /** Time of lines before the first that has one: when the file was last written. */
    private readonly writtenAtMs: number,
  ) {
    this.atMs = writtenAtMs;
  }

  read(line: string): UnnumberedLine {
    const time = stamp.exec(line);
    if (time) this.atMs = Date.parse(time[1]!);
    const said = time ? line.slice(time[0].length) : line;
    const { source, level, text } =
      this.file === 'app' ? this.readApp(said, time !== null) : this.readOther(said);
    if (level !== 'debug') this.level = level;
    return { atMs: this.atMs, source, level, text: shortened(text) };
  }

  private readApp(said: string, isNew: boolean): Pick<LogLine, 'source' | 'level' | 'text'> {
    const found = appLevel.exec(said);
    // Without a level it is a defect, and the lines of its stack, which have no time.
    if (!found) return { source: 'app', level: isNew ? 'error' : this.level, text: said };
    const [, level, , component] = found;
    const isPart = component === 'producer' || component === 'query';
    const source: LogSource = isPart ? component : 'app';
    const text = said.slice(level!.length + 1 + (isPart ? found[2]!.length : 0));
    return { source, level: level as LogLevel, text };
  }

  private readOther(said: string): Pick<LogLine, 'source' | 'level' | 'text'> {
    const source = this.file;
    if (said.startsWith('@progress ')) return { source, level: 'debug', text: said };
    const logger = loggerLevel.exec(said);
    if (logger)
      return { source, level: levels[logger[1]!] ?? 'info', text: said.slice(logger[0].length) };
    const page = source === 'window' ? windowLevel.exec(said) : null;
    if (page) {
      this.atMs = this.windowTimeMs(page);
      return { source, level: levels[page[7]!] ?? 'info', text: said };
    }
    return { source, level: this.levelOf(said, 'info'), text: said };
  }

  /** A line of a stack belongs to the line above it. */
  private levelOf(said: string, otherwise: LogLevel): LogLevel {
    return restOfStack.test(said) ? this.level : otherwise;
  }

  /** The engine leaves the year out: it is the one in which the file was last written. */
  private windowTimeMs(found: RegExpExecArray): number {
    const [month, day, hour, minute, second, milliseconds] = found.slice(1, 7).map(Number);
    const year = new Date(this.writtenAtMs).getFullYear();
    return new Date(year, month! - 1, day, hour, minute, second, milliseconds).getTime();
  }
}

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, longestText)} … (${text.length - longestText} more characters)`;
}
