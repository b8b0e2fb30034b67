import { relative } from 'node:path';
import { toCommitMarks } from '../analytics/commit-marks';
import { failed } from '../contract/failure';
import type { RecordOrigin, RecordOriginRequest } from '../contract/records';
import type { Lake } from '../delta/lake';
import { orderSnapshot } from './ordered-snapshot';
import { findRowPlaces, toOrder } from './read-page';
import type { RecordPlace, WorkControl } from './record-place';
import type { RowIndexes } from './row-indexes';
import { columnsOf } from './table-columns';

/**
 * Where one row of a page lies, and the commit that brought its file. Fails like `readPage`, and
 * with `REQUEST_INVALID` for a row that is not there.
 */
export function readOrigin(
  lake: Lake,
  place: RecordPlace,
  indexes: RowIndexes,
  request: RecordOriginRequest,
  control: WorkControl = {},
): Promise<RecordOrigin> {
  const { table, offset } = request;
  return place.use('Finding a record', table, control, async (connection) => {
    const snapshot = await place.snapshot(table, request.atVersion);
    const order = await toOrder(connection, columnsOf(snapshot), request);
    const ordered = await orderSnapshot(connection, snapshot);
    const { places } = await findRowPlaces(connection, indexes, ordered, order, offset, 1);
    const file = places[0] && ordered.snapshot.files[places[0].file];
    if (!file) throw failed('REQUEST_INVALID', { name: 'offset', reason: 'there is no such row' });
    const { addedAtVersion } = file;
    const log = await lake.logOf(table);
    const reading = addedAtVersion === null ? null : await log.readCommit(addedAtVersion);
    const commit = reading?.kind === 'read' ? reading : null;
    const note = commit?.actions.note;
    return {
      table,
      tableVersion: snapshot.version,
      file: relative(lake.folderOf(table), file.path),
      addedAtVersion,
      committedAtMs: commit && (note?.timestampMs ?? commit.fileTimeMs),
      operation: note?.operation ?? null,
      ...toCommitMarks(commit?.actions.transactions ?? []),
    };
  });
}
