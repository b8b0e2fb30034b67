import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines';
import type { ReplayFormat } from './open-file';
import type { ReplayLine } from './replay-line';

/** Everything that a file of these bytes has, read in pieces of `pieceBytes`. */
async function read(text: string, format: ReplayFormat = 'csv', pieceBytes = 65_536) {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, each) =>
    bytes.subarray(each * pieceBytes, (each + 1) * pieceBytes),
  );
  const lines: ReplayLine[] = [];
  for await (const line of readLines(Readable.from(pieces), format)) lines.push(line);
  return lines;
}

const cells = (line: number, ...values: string[]) => ({ kind: 'cells', line, cells: values });
const bad = (line: number, reason: string) => ({ kind: 'bad', line, reason });
const tooLong = 'longer than 1048000 bytes';
const notClosed = 'a quoted cell that is not closed';
const strayQuote = 'a quote in the middle of a cell';

describe('the lines of a CSV file', () => {
  it('are records with quoted commas, quotes and line breaks, numbered by their first line', async () => {
    const text = 'a,"b, ""c""",\r\n"","two\r\nlines"\n\n"",""\rlast,"d"';
    expect(await read(text)).toEqual([
      cells(1, 'a', 'b, "c"', ''),
      cells(2, '', 'two\r\nlines'),
      cells(5, '', ''),
      cells(6, 'last', 'd'),
    ]);
  });

  it.each([
    ['a quote within a cell', 'x,5" x 6"', strayQuote],
    ['text behind a quoted cell', '"x"y,z', strayQuote],
    ['a quote that is not closed before the next one', 'x,"y', notClosed],
    ['a cell larger than a record', `x,${'y'.repeat(1_100_000)}`, tooLong],
    ['a quoted cell larger than a record', `x,"${'y'.repeat(1_100_000)}"`, tooLong],
  ])('with %s: it is bad, once, and all others are read', async (_what, line, reason) => {
    const behind = ['"a",b', ...Array.from({ length: 20_000 }, (_, each) => `${each},"two"`)];
    const lines = await read(['one,1', line, ...behind].join('\n'));
    expect(lines.slice(0, 3)).toEqual([cells(1, 'one', '1'), bad(2, reason), cells(3, 'a', 'b')]);
    expect(lines).toHaveLength(20_003);
    expect(lines.at(-1)).toEqual(cells(20_003, '19999', 'two'));
  });

  it('with a quote that nobody closes: it is bad alone, also beyond what a record holds', async () => {
    const behind = Array.from({ length: 300_000 }, (_, each) => `${each},b`);
    const lines = await read(['x,"y', ...behind].join('\n'));
    expect(lines[0]).toEqual(bad(1, notClosed));
    expect(lines.slice(1)).toEqual(behind.map((_, each) => cells(each + 2, `${each}`, 'b')));
    expect(await read(`"${'\n'.repeat(300_000)}a,b`)).toEqual([
      bad(1, notClosed),
      cells(300_001, 'a', 'b'),
    ]);
    expect(await read('a,b\nx,"y\nc,d\n')).toEqual([
      cells(1, 'a', 'b'),
      bad(2, notClosed),
      cells(3, 'c', 'd'),
    ]);
  });
});

it.each([
  ['csv', '\uFEFFé,"ü\r\n""x""",€\r\n\r\n"open\n1,2\r5" x\n"end'],
  ['json', '\uFEFF{"é": "€"}\r\n\r\nnot json\r{"a": 1}\n"end'],
] as const)('%s lines are the same wherever the reads of a file are cut', async (format, text) => {
  const whole = await read(text, format);
  expect(whole.length).toBeGreaterThan(3);
  for (let pieceBytes = 1; pieceBytes < 12; pieceBytes += 1) {
    expect(await read(text, format, pieceBytes)).toEqual(whole);
  }
});

it.each([
  ['csv', ','],
  ['json', ' '],
] as const)(
  'a %s line that is too long is one bad line, however it is cut',
  async (format, part) => {
    const text = `a\r\n${`x${part}`.repeat(600_000)}\r\nb\r\n`;
    for (const pieceBytes of [65_536, 7_919, text.length - 4, text.length - 5]) {
      const lines = await read(text, format, pieceBytes);
      expect(lines.map(({ line, kind }) => [line, kind === 'bad'])).toEqual([
        [1, false],
        [2, true],
        [3, false],
      ]);
      expect(lines[1]).toEqual(bad(2, tooLong));
    }
  },
);
