import { sqlRequest } from '../../main/contract/query';
import type { TableReading } from '../../main/reading/table-reading';

/** The folders into which earlier exports of this data folder wrote, by its own history. */
export async function readExportFolders(
  reading: Pick<TableReading, 'runSql'>,
): Promise<readonly string[]> {
  const sql =
    "SELECT DISTINCT folder FROM ops.exports WHERE status = 'done' AND folder IS NOT NULL";
  const { rows } = await reading.runSql(sqlRequest.parse({ sql }));
  return rows.map(([folder]) => String(folder));
}
