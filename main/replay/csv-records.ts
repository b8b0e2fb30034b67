import { parse } from 'csv-parse/sync';
import type { ReplayLine } from './replay-line';
import type { TextLine } from './text-lines';

/** Of a record, so that empty ones do not fill the memory either. */
const mostLines = 100_000;
const strayQuote = 'a quote in the middle of a cell';
const notClosed = 'a quoted cell that is not closed';

/**
 * Puts lines together to the records of a CSV file (RFC 4180): a quoted cell may go over several. A
 * record that cannot be read costs its first line alone, and those behind it are looked at anew: a
 * quote that nobody closed must not take the rest of the file with it.
 */
export class CsvRecords {
  private open: TextLine[] = [];
  private openCharacters = 0;

  /** `tooLong`: the reason of a line without its text. */
  constructor(
    private readonly mostCharacters: number,
    private readonly tooLong: string,
  ) {}

  /** What is complete with one more line, in the order of the file. */
  *push(added: TextLine): Generator<ReplayLine> {
    const waiting = [added];
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      const end = line.text === null ? 'broken' : endOf(line.text, this.open.length > 0);
      this.open.push(line);
      this.openCharacters += line.text?.length ?? 0;
      const isTooMuch = this.openCharacters > this.mostCharacters || this.open.length > mostLines;
      if (end === 'broken' || isTooMuch) {
        const { first, behind } = this.giveUp();
        yield first;
        for (const each of behind.reverse()) waiting.push(each);
      } else if (end === 'complete') {
        const record = recordOf(this.open);
        this.clear();
        if (record) yield record;
      }
    }
  }

  /** What is left at the end of the file. */
  *end(): Generator<ReplayLine> {
    while (this.open.length > 0) {
      const { first, behind } = this.giveUp();
      yield first;
      for (const line of behind) yield* this.push(line);
    }
  }

  private giveUp(): { first: ReplayLine; behind: TextLine[] } {
    const [{ line, text }, ...behind] = this.open as [TextLine, ...TextLine[]];
    const isAlone = behind.length === 0 && endOf(text ?? '', false) === 'broken';
    const reason = text === null ? this.tooLong : isAlone ? strayQuote : notClosed;
    this.clear();
    return { first: { kind: 'bad', line, reason }, behind };
  }

  private clear(): void {
    this.open = [];
    this.openCharacters = 0;
  }
}

/** How a line leaves its record, which may have begun in a line before, inside a quoted cell. */
function endOf(text: string, beginsInside: boolean): 'complete' | 'open' | 'broken' {
  if (!beginsInside && !text.includes('"')) return 'complete';
  let isInside = beginsInside;
  for (let at = 0; ;) {
    if (!isInside && text[at] !== '"') {
      const comma = text.indexOf(',', at);
      const cell = text.slice(at, comma < 0 ? undefined : comma);
      if (cell.includes('"')) return 'broken';
      if (comma < 0) return 'complete';
      at = comma + 1;
      continue;
    }
    const quote = text.indexOf('"', isInside ? at : at + 1);
    if (quote < 0) return 'open';
    isInside = text[quote + 1] === '"';
    at = quote + 2;
    if (isInside) continue;
    if (quote + 1 === text.length) return 'complete';
    if (text[quote + 1] !== ',') return 'broken';
  }
}

/** The cells of complete lines; null for an empty one. */
function recordOf(lines: readonly TextLine[]): ReplayLine | null {
  const { line } = lines[0]!;
  const text = lines.map((each, at) => `${at > 0 ? lines[at - 1]!.end : ''}${each.text}`).join('');
  if (text === '') return null;
  if (!text.includes('"')) return { kind: 'cells', line, cells: text.split(',') };
  try {
    const [cells] = parse(text, { relax_column_count: true });
    return { kind: 'cells', line, cells: cells! };
  } catch (error) {
    return { kind: 'bad', line, reason: (error as Error).message };
  }
}
