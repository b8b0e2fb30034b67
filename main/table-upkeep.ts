import { sayEvent } from './contract/event-sentences';
import { failed } from './contract/failure';
import {
  safeRetentionHours,
  vacuumWord,
  type CompactRequest,
  type TableCompacted,
  type TableVacuumed,
  type VacuumRequest,
} from './contract/table-upkeep';
import type { Lake } from './delta/lake';
import type { EventLog } from './event-log';
import type { RequestControl } from './handlers/running-requests';
import type { Settings } from './settings/settings';
import type { JobCommands } from './streaming/job-commands';

/** What looks after the files of a table: the streaming job, their only writer. */
export interface UpkeepParts {
  readonly lake: Lake;
  readonly jobCommands: Pick<JobCommands, 'compact' | 'vacuum'>;
  readonly log: EventLog;
  readonly settings: Pick<Settings, 'number'>;
}

/**
 * Puts the small files of a table together while the stream goes on. Fails like `Lake.snapshot` and
 * `JobCommands.compact`.
 */
export async function compactTable(
  { lake, jobCommands, log }: UpkeepParts,
  { table }: CompactRequest,
  control: RequestControl,
): Promise<TableCompacted> {
  await lake.snapshot(table);
  const beginMs = Date.now();
  const {
    kind: _,
    atMs: __,
    id: ___,
    ...done
  } = await jobCommands.compact({ command: 'compact', table }, control);
  const { filesBefore, filesAfter, tableVersion } = done;
  log.info('tables', sayEvent('compacted', { table, filesBefore, filesAfter, tableVersion }));
  return { ...done, table, tookMs: Date.now() - beginMs };
}

/**
 * Deletes the files of a table that no version within the retention needs, or lists them. Fails like
 * `Lake.snapshot` and `JobCommands.vacuum`, and with `VACUUM_NOT_CONFIRMED` below 168 hours without
 * the word.
 */
export async function vacuumTable(
  { lake, jobCommands, log, settings }: UpkeepParts,
  { table, retentionHours: hours, dryRun, confirmation }: VacuumRequest,
  control: RequestControl,
): Promise<TableVacuumed> {
  await lake.snapshot(table);
  const retentionHours =
    hours ?? settings.number('tables.vacuumRetentionHours') ?? safeRetentionHours;
  if (!dryRun && retentionHours < safeRetentionHours && confirmation !== vacuumWord)
    throw failed('VACUUM_NOT_CONFIRMED', { table, hours: retentionHours });
  const beginMs = Date.now();
  const {
    kind: _,
    atMs: __,
    id: ___,
    ...done
  } = await jobCommands.vacuum({ command: 'vacuum', table, retentionHours, dryRun }, control);
  const { deleted, files, sizeBytes } = done;
  if (deleted)
    log.info('tables', sayEvent('vacuumed', { table, retentionHours, files, sizeBytes }));
  return { ...done, table, tookMs: Date.now() - beginMs };
}
