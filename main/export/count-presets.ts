import type { ExportCounts } from '../contract/export';
import { FailureError } from '../contract/failure';
import type { ExportPreset } from './export-preset';
import { withPinnedSource, type ExportTables } from './export-session';
import { withoutParameters } from './fill-parameters';

/**
 * How many rows each file of the presets has with nothing filtered, all counted in one statement over
 * the same versions. Empty while a table that one of them reads is not there yet.
 */
export async function countPresets(
  tables: ExportTables,
  presets: readonly ExportPreset[],
): Promise<ExportCounts> {
  const files = presets.flatMap(({ name: preset, version, files }) =>
    files.map(({ name, query, limit }) => ({ preset, version, name, sql: query.sql, limit })),
  );
  if (files.length === 0) return { counts: [] };
  const counted = files.map(({ sql, limit }, at) => {
    const rows = `(\n${withoutParameters(sql).trim().replace(/;$/, '')}\n)`;
    const some = limit === null ? rows : `(SELECT * FROM ${rows} LIMIT ${limit})`;
    return `(SELECT count(*) FROM ${some}) AS "count ${at}"`;
  });
  const pinned = { sql: `SELECT ${counted.join(',\n')}`, atVersions: new Map() };
  try {
    const row = await withPinnedSource(
      tables,
      pinned,
      tables.spillFolder,
      undefined,
      ({ connection }) => connection.readFirstRow(pinned.sql),
    );
    return {
      counts: files.map(({ preset, version, name }, at) => ({
        ...{ preset, version, name, rows: Number(row?.[at] ?? 0) },
      })),
    };
  } catch (error) {
    const isMissing = error instanceof FailureError && error.failure.code === 'TABLE_UNKNOWN';
    if (isMissing) return { counts: [] };
    throw error;
  }
}
