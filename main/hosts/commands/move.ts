import { resolve } from 'node:path';
import { failed } from '../../contract/failure';
import type { MoveDone } from '../../contract/move';
import {
  isUsualFolder,
  makeUsual,
  moveDataFolder,
  readMovedFrom,
  removeOldFolder,
} from '../../move/move-data-folder';
import { formatInteger, formatSize } from '../texts/format';
import { typedWord } from '../typed-word';
import { stopInstance } from './stop';

export interface MoveOptions {
  readonly dataFolder: string;
  readonly to: string;
  /** Stops what runs on the data folder first. */
  readonly stop: boolean;
  /** Removes the old folder, after the copy was verified now or before. */
  readonly removeOld: boolean;
  /** Confirms the removal without a question. */
  readonly yes: boolean;
}

const saidEveryMs = 1_000;
const word = 'remove';

/** `deltadesk move`: copy, verify, switch, and only when asked for and confirmed, remove. */
export async function moveFolder(
  options: MoveOptions,
  say: (text: string) => void,
): Promise<MoveDone> {
  const to = resolve(options.to);
  if (options.stop) await stopInstance(options.dataFolder);
  const earlier = options.removeOld ? await readMovedFrom(to) : null;
  const moved: MoveDone = earlier
    ? { ...earlier, to, tables: 0, removedOld: false, isUsual: false, tookMs: 0 }
    : await moveDataFolder(options.dataFolder, to, saySometimes(say));
  const wasUsual = await isUsualFolder(moved.from);
  // The copy of an earlier move may be older than the folder: that is known when it is removed.
  let isUsual = wasUsual && !earlier && (await makeUsual(moved.to));
  if (!options.removeOld) return { ...moved, isUsual };
  // It is so whatever is answered.
  if (isUsual) say(usualText(moved.to));
  const typed = options.yes ? word : await typedWord(word, `remove ${options.dataFolder}`);
  if (typed !== word) throw failed('RESET_NOT_CONFIRMED', { level: word });
  await removeOldFolder(options.dataFolder, moved.to);
  isUsual ||= wasUsual && (await makeUsual(moved.to));
  return { ...moved, removedOld: true, isUsual };
}

const usualText = (folder: string) => `Every start uses ${folder} from now on.`;

/** What is so now, and how to use the new folder. */
export function moveText(done: MoveDone): string {
  const { from, to, files, sizeBytes, tables, removedOld, isUsual } = done;
  return [
    `Copied and verified: ${formatInteger(files)} files, ${formatSize(sizeBytes)}, rows of ${tables} tables.`,
    removedOld ? `${from} is removed.` : `${from} is as it was; remove it with --remove-old.`,
    isUsual
      ? usualText(to)
      : `From now on use --data-folder "${to}", or set DELTADESK_DATA_FOLDER to it.`,
  ].join('\n');
}

function saySometimes(say: (text: string) => void): Parameters<typeof moveDataFolder>[2] {
  let saidAtMs = Date.now();
  return ({ files, sizeBytes, ofFiles, ofSizeBytes }) => {
    if (Date.now() - saidAtMs < saidEveryMs) return;
    saidAtMs = Date.now();
    say(
      `${formatInteger(files)} of ${formatInteger(ofFiles)} files, ${formatSize(sizeBytes)} of ${formatSize(ofSizeBytes)}`,
    );
  };
}
