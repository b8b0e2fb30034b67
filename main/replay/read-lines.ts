import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { largestRecordBytes } from '../contract/kafka';
import type { ReplayFormat } from './open-file';
import type { ReplayLine } from './replay-line';

/**
 * A longer line is bad: an unclosed quote must not take the whole file into memory. It has at least
 * as many bytes as characters.
 */
const maxLineCharacters = largestRecordBytes;
/** Why a line is bad that the broker would not take. */
export const tooLong = `longer than ${largestRecordBytes} bytes`;

/** A file's lines one at a time, pulled by the reader; line numbers count from 1. */
export function readLines(input: Readable, format: ReplayFormat): AsyncGenerator<ReplayLine> {
  return format === 'csv' ? csvLines(input) : jsonLines(input);
}

async function* csvLines(input: Readable): AsyncGenerator<ReplayLine> {
  const bad: ReplayLine[] = [];
  const parser = parse({
    bom: true,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: maxLineCharacters,
    on_skip: (error) => {
      const line = Number((error as unknown as { lines?: number } | undefined)?.lines ?? 0);
      bad.push({ kind: 'bad', line, reason: error?.message ?? 'not readable as CSV' });
      return undefined;
    },
  });
  input.on('error', (error) => parser.destroy(error));
  parser.on('close', () => input.destroy());
  input.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    yield* bad.splice(0);
    yield { kind: 'cells', line: info.lines, cells: record };
  }
  yield* bad.splice(0);
}

async function* jsonLines(input: Readable): AsyncGenerator<ReplayLine> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let line = 0;
  let isTooLong = false;
  const take = (text: string): ReplayLine | null => {
    line += 1;
    const trimmed = (line === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
    if (isTooLong || trimmed.length > maxLineCharacters) {
      isTooLong = false;
      return { kind: 'bad', line, reason: tooLong };
    }
    return trimmed === '' ? null : { kind: 'json', line, text: trimmed };
  };
  for await (const chunk of input) {
    const parts = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const taken = take(part);
      if (taken) yield taken;
    }
    if (rest.length > maxLineCharacters) {
      isTooLong = true;
      rest = '';
    }
  }
  const last = rest + decoder.end();
  const taken = last === '' && !isTooLong ? null : take(last);
  if (taken) yield taken;
}
