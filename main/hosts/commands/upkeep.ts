import { randomUUID } from 'node:crypto';
import { failed } from '../../contract/failure';
import {
  safeRetentionHours,
  vacuumWord,
  type TableCompacted,
  type TableVacuumed,
} from '../../contract/table-upkeep';
import { showProgress } from '../show-progress';
import type { SocketClient } from '../socket-client';
import { typedWord } from '../typed-word';
import { vacuumedText } from '../texts/upkeep-text';
import { unwrap, withControl } from '../with-control';

interface TableOptions {
  readonly dataFolder: string;
  readonly table: string;
}

/** `deltadesk compact`: by the streaming job of the living instance. */
export function compact({ dataFolder, table }: TableOptions): Promise<TableCompacted> {
  return withControl(dataFolder, (client) =>
    shown(client, 'compacting', async (requestId) =>
      unwrap(await client.invoke('table.compact', { table, requestId })),
    ),
  );
}

export interface VacuumOptions extends TableOptions {
  /** Null: what the setting says. */
  readonly retentionHours: number | null;
  readonly dryRun: boolean;
  /** Nobody is asked. */
  readonly yes: boolean;
}

/**
 * `deltadesk vacuum`: lists first what it would delete; deletes it with `--yes` or the typed word.
 * Fails with `VACUUM_NOT_CONFIRMED` without them.
 */
export function vacuum(
  { dataFolder, table, retentionHours, dryRun, yes }: VacuumOptions,
  say: (text: string) => void,
): Promise<TableVacuumed> {
  return withControl(dataFolder, (client) =>
    shown(client, 'vacuuming', async (requestId) => {
      const asked = { table, retentionHours, requestId };
      const ask = async (confirmation: string | null) =>
        unwrap(
          await client.invoke('table.vacuum', {
            ...asked,
            dryRun: confirmation === null,
            confirmation,
          }),
        );
      if (yes && !dryRun) return ask(vacuumWord);
      const listed = await ask(null);
      if (dryRun || listed.files === 0) return listed;
      say(vacuumedText(listed));
      const hours = listed.retentionHours;
      if (hours < safeRetentionHours)
        say(`Below ${safeRetentionHours} hours, a version that a reader has open can vanish.`);
      if ((await typedWord(vacuumWord, 'delete them')) === vacuumWord) return ask(vacuumWord);
      throw failed('VACUUM_NOT_CONFIRMED', { table, hours });
    }),
  );
}

/** Shows how far it is; Ctrl-C ends the connection, and with it the work. */
async function shown<T>(
  client: SocketClient,
  name: string,
  work: (requestId: string) => Promise<T>,
): Promise<T> {
  const requestId = randomUUID();
  const line = showProgress(name);
  const off = client.on('request.progressed', (progress) => {
    if (progress.requestId === requestId) line.onProgress(progress.percent);
  });
  try {
    return await work(requestId);
  } finally {
    off();
    line.end();
  }
}
