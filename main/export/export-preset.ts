import { readQueryFiles, type QueryFile } from '../analytics/query-file';
import { failed } from '../contract/failure';
import type { PackParameters } from '../contract/pack-parameters';
import { nearestNames } from '../delta/nearest-names';
import { typeOfSuffix, type ExportColumn } from './column-type';
import type { SortColumn } from './dataset';

/** One file of a preset: an SQL file of the pack whose head freezes the contract. */
export interface PresetFile {
  readonly name: string;
  readonly query: QueryFile;
  readonly columns: readonly ExportColumn[];
  readonly sort: readonly SortColumn[];
  readonly idColumn: string | null;
  readonly limit: number | null;
  /** Table of which a new column is worth a notice; null for none. */
  readonly sourceTable: string | null;
  /** Columns that table had when the contract was frozen. */
  readonly knownColumns: ReadonlySet<string>;
}

/** A named export of a pack: one file, or several that belong together. */
export interface ExportPreset {
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly titleFr: string;
  readonly files: readonly PresetFile[];
}

/**
 * Reads `<folder>/<preset>.sql` and `<preset>.<file>.sql`. Beside what a named query
 * says (see `readQueryFiles`), the head has `-- version: 1`, `-- columns: name:kind, …` with the
 * suffixes of export.md section 1 (several lines are joined), `-- sort: column desc, …`, and maybe
 * `-- id: column`, `-- limit: rows`, `-- source: table` with `-- known: column, …`.
 */
export async function readPresets(
  folder: string,
  parameters: PackParameters,
): Promise<ReadonlyMap<string, ExportPreset>> {
  const presets = new Map<string, ExportPreset>();
  for (const query of (await readQueryFiles(folder, parameters)).values()) {
    const [name, part] = query.name.split('.') as [string, string?];
    const file = toPresetFile(part ?? name, query);
    const before = presets.get(name);
    const { title, titleFr } = before ?? query;
    const version = Number(listOf(query, 'version')[0] ?? 1);
    presets.set(name, { name, version, title, titleFr, files: [...(before?.files ?? []), file] });
  }
  return presets;
}

/**
 * The preset of that name; `version` null: the shipped one, which is the first. Fails with
 * `EXPORT_PRESET_UNKNOWN`, naming the nearest, or its versions when only the version is not there.
 */
export function findPreset(
  presets: readonly ExportPreset[],
  name: string,
  version: number | null = null,
): ExportPreset {
  const named = presets.filter((preset) => preset.name === name);
  const preset =
    version === null ? named[0] : named.find(({ version: found }) => found === version);
  if (preset) return preset;
  if (named.length > 0) {
    const versions = named.map((one) => `${name} v${one.version}`).join(', ');
    throw failed('EXPORT_PRESET_UNKNOWN', { preset: `${name} v${version}`, known: versions });
  }
  const known = nearestNames(name, [...new Set(presets.map((one) => one.name))]).join(', ');
  throw failed('EXPORT_PRESET_UNKNOWN', { preset: name, known: known === '' ? 'none' : known });
}

function toPresetFile(name: string, query: QueryFile): PresetFile {
  const columns = listOf(query, 'columns').map((entry): ExportColumn => {
    const [column = '', suffix = ''] = entry.split(':');
    const type = typeOfSuffix(suffix);
    if (type === null) throw invalid(query, `column ${column} has no kind "${suffix}"`);
    return { name: column, source: column, type };
  });
  const sort = listOf(query, 'sort').map((entry): SortColumn => {
    const [column = '', direction] = entry.split(/\s+/);
    return { column, descending: direction === 'desc' };
  });
  const idColumn = listOf(query, 'id')[0] ?? null;
  const names = new Set(columns.map((column) => column.name));
  if (columns.length === 0 || names.size < columns.length) {
    throw invalid(query, 'its columns are missing or named twice');
  }
  const unknown = [...sort.map(({ column }) => column), ...(idColumn === null ? [] : [idColumn])];
  const wrong = unknown.find((column) => !names.has(column));
  if (wrong !== undefined) throw invalid(query, `${wrong} is none of its columns`);
  const limit = listOf(query, 'limit')[0];
  return {
    name,
    query,
    columns,
    sort,
    idColumn,
    limit: limit === undefined ? null : Number(limit),
    sourceTable: listOf(query, 'source')[0] ?? null,
    knownColumns: new Set(listOf(query, 'known')),
  };
}

function listOf({ sql }: QueryFile, key: string): string[] {
  return [...sql.matchAll(new RegExp(`^-- ${key}: (.+)$`, 'gm'))]
    .flatMap(([, text]) => text!.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function invalid({ name }: QueryFile, reason: string) {
  return failed('PACK_INVALID', { file: `exports/${name}.sql`, reason });
}
