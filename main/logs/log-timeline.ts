import { finderOf } from '../contract/log-search';
import { keptLogLines, logLevels } from '../contract/logs';
import type { LogLine, LogsPage, LogsRequest } from '../contract/logs';
import type { UnnumberedLine } from './log-line-reader';

/** Matches of the newest search, continued with what was added since. */
interface Matches {
  readonly key: string;
  readonly test: (line: LogLine) => boolean;
  numbers: number[];
  scannedThrough: number;
}

/** The newest lines of all sources in the order of time, and the search over them. */
export class LogTimeline {
  private lines: LogLine[] = [];
  private matches: Matches | null = null;

  /** `firstNumber`: numbers before it were given to lines that are not kept any more. */
  constructor(private firstNumber: number) {}

  get nextNumber(): number {
    return this.firstNumber + this.lines.length;
  }

  /** Adds lines by time after all that are there: a place once given to a line stays its own. */
  add(added: readonly UnnumberedLine[]): void {
    const sorted = [...added].sort((a, b) => a.atMs - b.atMs).slice(-keptLogLines);
    let number = this.nextNumber;
    for (const line of sorted) this.lines.push({ number: number++, ...line });
    const tooMany = this.lines.length - keptLogLines;
    if (tooMany <= 0) return;
    this.lines = this.lines.slice(tooMany);
    this.firstNumber += tooMany;
  }

  page(request: LogsRequest, nowMs: number): Omit<LogsPage, 'elapsedMs'> {
    const numbers = this.withinTime(this.search(request), request, nowMs);
    const newest = this.nextNumber - 1;
    const { through: asked } = request;
    const through = asked !== null && asked >= this.firstNumber ? Math.min(asked, newest) : newest;
    const matchCount = firstAfter(numbers, through);
    const end = Math.max(0, matchCount - request.offset);
    return {
      lines: numbers
        .slice(Math.max(0, end - request.limit), end)
        .map((number) => this.lines[number - this.firstNumber]!),
      through,
      matchCount,
      newerCount: numbers.length - matchCount,
      totalLines: this.lines.length,
    };
  }

  /** Numbers of the lines that match, ascending, whatever their time. */
  private search({ sources, leastLevel, search }: LogsRequest): number[] {
    const key = JSON.stringify([sources, leastLevel, search]);
    if (this.matches?.key !== key) {
      const find = search && finderOf(search);
      const levels = logLevels.slice(logLevels.indexOf(leastLevel));
      const test = ({ source, level, text }: LogLine) =>
        sources.includes(source) && levels.includes(level) && (!find || find(text) !== null);
      this.matches = { key, test, numbers: [], scannedThrough: this.firstNumber - 1 };
    }
    const { matches } = this;
    const begin = Math.max(0, matches.scannedThrough + 1 - this.firstNumber);
    for (let index = begin; index < this.lines.length; index++) {
      const line = this.lines[index]!;
      if (matches.test(line)) matches.numbers.push(line.number);
    }
    matches.scannedThrough = this.nextNumber - 1;
    if ((matches.numbers[0] ?? Infinity) < this.firstNumber)
      matches.numbers = matches.numbers.filter((number) => number >= this.firstNumber);
    return matches.numbers;
  }

  private withinTime(numbers: number[], request: LogsRequest, nowMs: number): number[] {
    const { lastMs, fromMs, untilMs } = request;
    if (lastMs === null && fromMs === null && untilMs === null) return numbers;
    const least = Math.max(fromMs ?? -Infinity, lastMs === null ? -Infinity : nowMs - lastMs);
    return numbers.filter((number) => {
      const { atMs } = this.lines[number - this.firstNumber]!;
      return atMs >= least && atMs <= (untilMs ?? Infinity);
    });
  }
}

/** How many of the ascending numbers are at most `through`. */
function firstAfter(numbers: readonly number[], through: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= through) low = middle + 1;
    else high = middle;
  }
  return low;
}
