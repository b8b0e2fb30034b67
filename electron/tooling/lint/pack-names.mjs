import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesBelow } from '../setup/stamps.mjs';

/** Columns that the engine itself writes or asks of every pack; any pack may name them. */
const engineNames =
  /^(kafka_\w+|raw_value|event_id|schema_version|dq_warnings|processed_at|ingested_at|date_ingestion|window_start|window_end|jour|pack|stage|rule|error)$/;

/**
 * Pack columns that are also words of the engine's own language. `timestamp` is the name of a type
 * (in packs, Spark and Delta) and of Kafka's field, so that its occurrence proves nothing: left out.
 * The others count only where a column is named: alone between quotes, or after a dot.
 */
const indistinguishable = new Set(['timestamp']);
const englishWords = new Set(['segment', 'pays']);

const pattern = (name) =>
  englishWords.has(name)
    ? new RegExp(`(["'\`])${name}\\1|(?<=\\w)\\.${name}\\b(?!\\()`)
    : new RegExp(`(?<![A-Za-z0-9_])${name}(?![A-Za-z0-9_])`);

const names = (list = []) => list.map((entry) => (typeof entry === 'string' ? entry : entry.name));

/** Every column name of one pack: of its events, layers and aggregates. */
export function packColumns(pack) {
  const aggregates = (pack.aggregates ?? []).flatMap(({ keys, measures, derived }) => [
    ...names(keys),
    ...names(measures),
    ...names(derived),
  ]);
  const layers = [pack.bronze?.columns, pack.silver?.prepare, pack.silver?.columns].flatMap(names);
  const all = new Set([...names(pack.fields), ...layers, ...aggregates]);
  return [...all].filter((name) => !engineNames.test(name) && !indistinguishable.has(name));
}

/** Columns of all shipped packs below `root`. */
export function shippedColumns(root) {
  const streams = join(root, 'resources', 'streams');
  const packs = readdirSync(streams).map((pack) => join(streams, pack, 'stream.json'));
  return [...new Set(packs.flatMap((file) => packColumns(JSON.parse(readFileSync(file, 'utf8')))))];
}

/** Places in one text where a pack's column is named: `{line, name}`, lines from 1. */
export function namedColumns(text, columns) {
  const patterns = columns.map((name) => [name, pattern(name)]);
  return text
    .split('\n')
    .flatMap((content, index) =>
      patterns
        .filter(([, expression]) => expression.test(content))
        .map(([name]) => ({ line: index + 1, name })),
    );
}

/** The engine's source: main/ without the generators, which make a pack's events, and the job. */
export function engineSources(root) {
  const isEngine = (path) =>
    !/\.test\.tsx?$/.test(path) && relative(root, path).split(sep).join('/') !== 'main/generate';
  return ['main', 'spark/src/main'].flatMap((folder) => filesBelow(join(root, folder), isEngine));
}
