import type { ExportDrifts } from '../contract/export';
import type { Lake } from '../delta/lake';
import { readDrift, type DescribeSql } from './contract-drift';
import type { ExportPreset } from './export-preset';

/**
 * Those of the presets whose table has changed since their contract was frozen. A table that is not
 * there yet, or cannot be read, is told by the export itself.
 */
export async function readDrifts(
  presets: readonly ExportPreset[],
  lake: Lake,
  describe: DescribeSql,
): Promise<ExportDrifts> {
  const drifts: ExportDrifts['drifts'] = [];
  for (const { name, version, files } of presets) {
    for (const file of files) {
      const table = file.sourceTable;
      if (table === null || !lake.has(table)) continue;
      const drift = await lake
        .snapshot(table)
        .then((snapshot) => readDrift(file, snapshot, describe))
        .catch(() => null);
      if (drift === null) continue;
      const { added, missing, parts } = drift;
      const removed = [...drift.removed, ...(missing === null ? [] : [missing])];
      const retyped = drift.retyped.map(({ column, from, to }) => ({
        column: column.name,
        from,
        to: to.toLowerCase(),
      }));
      if (added.length + removed.length + retyped.length === 0) continue;
      const canCreate = files.length === 1 && parts !== null && missing === null;
      const names = added.map((column) => column.name);
      drifts.push({ preset: name, version, added: names, removed, retyped, canCreate });
    }
  }
  return { drifts };
}
