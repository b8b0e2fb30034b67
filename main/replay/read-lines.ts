import type { Readable } from 'node:stream';
import { largestRecordBytes } from '../contract/kafka';
import { CsvRecords } from './csv-records';
import type { ReplayFormat } from './open-file';
import type { ReplayLine } from './replay-line';
import { textLines } from './text-lines';

/** It has at least as many bytes as characters: what is longer no broker takes. */
const mostCharacters = largestRecordBytes;
/** Why a line is bad that the broker would not take. */
export const tooLong = `longer than ${largestRecordBytes} bytes`;

/** A file's lines one at a time, pulled by the reader; line numbers count from 1. */
export function readLines(input: Readable, format: ReplayFormat): AsyncGenerator<ReplayLine> {
  return format === 'csv' ? csvLines(input) : jsonLines(input);
}

async function* csvLines(input: Readable): AsyncGenerator<ReplayLine> {
  const records = new CsvRecords(mostCharacters, tooLong);
  for await (const lines of textLines(input, mostCharacters)) {
    for (const line of lines) yield* records.push(line);
  }
  yield* records.end();
}

async function* jsonLines(input: Readable): AsyncGenerator<ReplayLine> {
  for await (const lines of textLines(input, mostCharacters)) {
    for (const { line, text } of lines) {
      const trimmed = text?.trim();
      if (trimmed === undefined) yield { kind: 'bad', line, reason: tooLong };
      else if (trimmed !== '') yield { kind: 'json', line, text: trimmed };
    }
  }
}
