import { invalidSetting, sayReason } from '../contract/reason-sentences';
import type { SettingValue } from '../contract/settings';
import { safeRetentionHours } from '../contract/table-upkeep';
import { confirmingWord } from '../contract/unsafe-settings';
import { typedWord } from './typed-word';

/**
 * Warns of a value that can cost a reader its files and asks for a typed word; `--yes` answers.
 * Fails with `SETTING_INVALID` when it is not confirmed.
 */
export async function confirmSetting(
  name: string,
  value: SettingValue,
  isAgreed: boolean,
): Promise<void> {
  const word = confirmingWord(name, value);
  if (word === null || isAgreed) return;
  process.stderr.write(
    `With ${String(value)} hours, versions that a reader still has open can vanish; ${safeRetentionHours} is the least that is safe.\n`,
  );
  if ((await typedWord(word, 'delete after so short a time')) === word) return;
  throw invalidSetting(name, sayReason('notConfirmed', { word }));
}
