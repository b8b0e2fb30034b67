import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

/** A line of a file, numbered from 1. */
export interface TextLine {
  readonly line: number;
  /** Without its end; null: it has more characters than are held. */
  readonly text: string | null;
  /** Its line break, empty for a last line without one. */
  readonly end: string;
}

const lineBreak = /(\r\n|\n|\r)/;

/**
 * The lines of UTF-8 text, a BOM left aside, those of one read together. A line of more than
 * `mostCharacters` is not held: it comes without its text.
 */
export async function* textLines(
  input: Readable,
  mostCharacters: number,
): AsyncGenerator<readonly TextLine[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let line = 0;
  let isTooLong = false;
  const take = (text: string, end: string): TextLine => {
    line += 1;
    const isHeld = !isTooLong && text.length <= mostCharacters;
    isTooLong = false;
    return { line, text: isHeld ? (line === 1 ? text.replace(/^\uFEFF/, '') : text) : null, end };
  };
  const split = (text: string): TextLine[] => {
    const parts = text.split(lineBreak);
    rest = parts.pop()!;
    return Array.from({ length: parts.length / 2 }, (_, each) =>
      take(parts[2 * each]!, parts[2 * each + 1]!),
    );
  };
  for await (const chunk of input) {
    const text = rest + decoder.write(chunk as Buffer);
    // The second half of a line break may come with the next read.
    const isHalf = text.endsWith('\r');
    const lines = split(isHalf ? text.slice(0, -1) : text);
    if (rest.length > mostCharacters) {
      isTooLong = true;
      rest = '';
    }
    if (isHalf) rest += '\r';
    yield lines;
  }
  const lines = split(rest + decoder.end());
  yield rest === '' && !isTooLong ? lines : [...lines, take(rest, '')];
}
