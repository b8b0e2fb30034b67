import type { LiveFile } from './snapshot';

type Values = Readonly<Record<string, unknown>>;

/** What a writer noted of a data file, by column; a column that is missing was not looked at. */
export interface FileStatistics {
  readonly rows: number | null;
  /** As the log writes them: cut short, in milliseconds. `toValueRange` knows how much that says. */
  readonly least: Values;
  readonly most: Values;
  readonly nulls: Values;
}

const none: FileStatistics = { rows: null, least: {}, most: {}, nulls: {} };
const readBefore = new WeakMap<LiveFile, FileStatistics>();

/** The statistics of a file, read from the log's text once; nothing known when they are damaged. */
export function readStatistics(file: LiveFile): FileStatistics {
  const known = readBefore.get(file);
  if (known) return known;
  const read = parse(file.stats);
  readBefore.set(file, read);
  return read;
}

function parse(text: string | null): FileStatistics {
  if (text === null) return none;
  try {
    const stats = JSON.parse(text) as Record<string, Values | undefined> & {
      numRecords?: unknown;
      tightBounds?: unknown;
    };
    return {
      rows: typeof stats.numRecords === 'number' ? stats.numRecords : null,
      least: stats['minValues'] ?? {},
      most: stats['maxValues'] ?? {},
      // Counted before rows were deleted by a vector: then they say nothing of those left.
      nulls: stats.tightBounds === false ? {} : (stats['nullCount'] ?? {}),
    };
  } catch {
    return none;
  }
}
