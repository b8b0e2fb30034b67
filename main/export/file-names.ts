import type { CsvForm } from './export-options';

export interface FileNameParts {
  readonly pack: string;
  readonly name: string;
  /** Contract version; null for a `current_view`, whose name has the time instead. */
  readonly version: number | null;
  readonly form: Pick<CsvForm, 'dialect' | 'neutralise'>;
  readonly withTime: boolean;
  readonly nowMs: number;
}

/** File name of a single export without extension (E-20, E-21); a Parquet twin has no dialect. */
export function fileNameOf(
  { pack, name, version, form, withTime, nowMs }: FileNameParts,
  kind: 'csv' | 'parquet',
): string {
  const time = `_${toCompactTime(nowMs)}`;
  const isCsv = kind === 'csv';
  const marks = [
    version === null ? `_view${time}` : `_v${version}`,
    isCsv && form.dialect === 'excel-eu' ? '_eu' : '',
    isCsv && form.neutralise ? '_safe' : '',
    withTime && version !== null ? time : '',
  ];
  return `${pack}_${name}${marks.join('')}.${kind}`;
}

/** `yyyyMMddTHHmmssZ`, UTC. */
export function toCompactTime(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/**
 * A column's name in a file: lower snake case ASCII (E-4), a timestamp's ending in `_utc` (E-13);
 * unique among `taken`, to which it is added.
 */
export function columnNameOf(source: string, isTimestamp: boolean, taken: Set<string>): string {
  const ascii = source
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const letters = ascii === '' ? 'column' : /^\d/.test(ascii) ? `_${ascii}` : ascii;
  const base = isTimestamp && !letters.endsWith('_utc') ? `${letters}_utc` : letters;
  let name = base;
  for (let next = 2; taken.has(name); next++) name = `${base}_${next}`;
  taken.add(name);
  return name;
}
