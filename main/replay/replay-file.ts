import { createHash } from 'node:crypto';
import type { StreamPack } from '../contract/stream-pack';
import { largestRecordBytes } from '../contract/kafka';
import { mapColumns, type ColumnMapping } from './column-mapping';
import { completeEvent, deterministicId, type CompleteEvent } from './complete-event';
import { formatOf, openFile } from './open-file';
import { readLines, tooLong } from './read-lines';
import type { ReplayLine } from './replay-line';

/** A line of a file as an event, or why it is none. */
export type ReplayedLine =
  | {
      readonly kind: 'event';
      readonly line: number;
      readonly event: CompleteEvent;
      readonly time: unknown;
    }
  | { readonly kind: 'bad'; readonly line: number; readonly reason: string };

/** SHA-256 of a file's unpacked content: the same for a file and its `.gz`. */
export async function hashContent(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of openFile(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * A file's lines as events of a pack, pulled one at a time. Fails with `REPLAY_COLUMNS_MISSING`
 * before the first one; `onUnknown` is told the columns that no field has.
 */
export async function* readEvents(
  file: string,
  contentHash: string,
  pack: StreamPack,
  options: {
    readonly onBytes?: (bytes: number) => void;
    readonly onUnknown?: (columns: readonly string[]) => void;
  } = {},
): AsyncGenerator<ReplayedLine> {
  let mapping: ColumnMapping | null = null;
  for await (const line of readLines(openFile(file, options.onBytes), formatOf(file))) {
    if (line.kind === 'cells' && mapping === null) {
      mapping = mapColumns(line.cells, pack, file);
      options.onUnknown?.(mapping.unknown);
      continue;
    }
    yield toReplayed(line, mapping, pack, contentHash);
  }
}

function toReplayed(
  line: ReplayLine,
  mapping: ColumnMapping | null,
  pack: StreamPack,
  contentHash: string,
): ReplayedLine {
  if (line.kind === 'bad') return line;
  try {
    const text = line.kind === 'json' ? line.text : null;
    const fields = line.kind === 'json' ? parseObject(line.text) : mapping!.toEvent(line.cells);
    const event = completeEvent(fields, text, pack, deterministicId(contentHash, line.line));
    if (Buffer.byteLength(event.key) + Buffer.byteLength(event.value) > largestRecordBytes) {
      throw new Error(tooLong);
    }
    return { kind: 'event', line: line.line, event, time: fields[pack.eventTimeField] };
  } catch (error) {
    return { kind: 'bad', line: line.line, reason: (error as Error).message };
  }
}

function parseObject(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error('not JSON');
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
    return parsed as Record<string, unknown>;
  }
  throw new Error('not a JSON object');
}
