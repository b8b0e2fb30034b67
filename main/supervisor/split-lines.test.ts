import { describe, expect, it } from 'vitest';
import { LineSplitter } from './split-lines';

const split = (...pieces: (string | Buffer)[]) => {
  const splitter = new LineSplitter();
  return [...pieces.flatMap((piece) => splitter.push(Buffer.from(piece))), ...splitter.end()];
};

describe('LineSplitter', () => {
  it('puts lines and characters together however they are cut', () => {
    const text = Buffer.from('première\nzwölf\r\n\nlast');
    const expected = ['première', 'zwölf', '', 'last'];
    for (let at = 0; at <= text.length; at++)
      expect(split(text.subarray(0, at), text.subarray(at))).toEqual(expected);
  });

  it('says nothing of an output that ended its last line', () => {
    expect(split('one\n')).toEqual(['one']);
    expect(split('')).toEqual([]);
  });

  it('cuts a line without an end, so that it cannot fill the memory', () => {
    const piece = 'x'.repeat(600 * 1024);
    expect(split(piece, piece, 'y\n').map((line) => line.length)).toEqual([1200 * 1024, 1]);
  });
});
