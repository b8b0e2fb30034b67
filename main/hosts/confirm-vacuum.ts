import { failed } from '../contract/failure';
import { typedWord } from './typed-word';

/** The setting that it is about. */
export const vacuumRetention = 'tables.vacuumRetentionHours';
/** Below it a reader or a restart may still need what is deleted (floor.md D9). */
const safeHours = 168;
const word = 'vacuum';

/**
 * Warns below 168 hours and asks for a typed word; `--yes` answers. Fails with `SETTING_INVALID`
 * when it is not confirmed.
 */
export async function confirmVacuum(hours: number, isAgreed: boolean): Promise<void> {
  if (hours === 0 || hours >= safeHours || isAgreed) return;
  process.stderr.write(
    `With ${hours} hours, versions that a reader still has open can vanish; 168 is the least that is safe.\n`,
  );
  if ((await typedWord(word, 'delete after so short a time')) === word) return;
  const reason = `Less than ${safeHours} hours was not confirmed. Add --yes, or type "${word}" when asked.`;
  throw failed('SETTING_INVALID', { setting: vacuumRetention, reason });
}
