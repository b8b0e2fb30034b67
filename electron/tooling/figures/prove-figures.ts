import { isDeepStrictEqual } from 'node:util';
import { sqlRequest } from '../../../main/contract/query';
import type { Cell } from '../../../main/contract/query';
import type { TableReading } from '../../../main/reading/table-reading';
import { dashboards } from '../../../renderer/src/pages/dashboard/dashboards';
import { figuresOf } from '../../../renderer/src/pages/dashboard/figures';
import { readFilters, setNames, toParameters } from '../../../renderer/src/pages/dashboard/filters';
import { figureSql } from '../../../renderer/src/sql/figure-sql';

/** What was asked again, and what did not come back the same. */
export interface FigureProof {
  readonly panels: number;
  readonly figures: number;
  readonly differences: readonly string[];
}

/**
 * Reads every panel of a pack's dashboard with the filters of an address, and asks for each of its
 * figures, and for the panel as a whole, by the SQL that the window shows for it, in the SQL box and
 * over the versions that were read (goals.md N5).
 */
export async function proveFigures(
  reading: TableReading,
  pack: string,
  address: Readonly<Record<string, string>> = {},
): Promise<FigureProof> {
  const queries = await reading.listQueries();
  const differences: string[] = [];
  let [panels, figures] = [0, 0];
  for (const panel of dashboards[pack] ?? []) {
    const query = queries.find(({ name }) => name === panel.query);
    if (!query) throw new Error(`the pack ${pack} has no query ${panel.query}`);
    const filters = readFilters(address, setNames(queries));
    const parameters = toParameters(filters, query, Date.now());
    const result = await reading.runQuery(query.name, { parameters, atVersion: filters.version });
    const { tableVersions } = result;
    const ask = async (what: string, sql: string, shown: readonly (readonly Cell[])[]) => {
      const answer = await reading.runSql(sqlRequest.parse({ sql, tableVersions }));
      if (!isDeepStrictEqual(answer.rows, shown))
        differences.push(`${what}: ${JSON.stringify(answer.rows)} for ${sql}`);
    };
    panels += 1;
    await ask(`${query.name}`, figureSql(result, { row: null, column: null }), result.rows);
    for (const { row, column } of figuresOf(panel, result)) {
      const at = result.columns.findIndex(({ name }) => name === column);
      const shown = result.rows[row]?.[at] ?? null;
      figures += 1;
      await ask(`${query.name} ${row} ${column}`, figureSql(result, { row, column }), [[shown]]);
    }
  }
  return { panels, figures, differences };
}
