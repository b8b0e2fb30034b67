import { toFileName } from '../../components/save-file';
import { figureSql } from '../../sql/figure-sql';
import { writeVersions } from '../../sql/table-versions';
import type { OpenedFigure } from './open-figure';

/** Where the SQL box is, and what it is given: a figure's statement over the versions it was read at. */
export const sqlPlace = '/data/sql';
export const sqlParameters = (opened: OpenedFigure) => ({
  sql: figureSql(opened.result, opened),
  at: writeVersions(opened.result.tableVersions) || null,
});

/** The name of a file with a panel's rows, with the version of their table: `top-10-products-v12`. */
export function rowsFileName({ title, result }: OpenedFigure): string {
  const [version] = Object.values(result.tableVersions);
  return version === undefined ? toFileName(title) : `${toFileName(title)}-v${version}`;
}
