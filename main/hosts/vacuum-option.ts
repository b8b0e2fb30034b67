import { Option } from 'commander';
import { failed } from '../contract/failure';
import { numberBetween } from './command-options';
import { typedWord } from './typed-word';

/** Below it a reader or a restart may still need what is deleted (floor.md D9). */
const safeHours = 168;
const mostHours = 24 * 365 * 10;
const word = 'vacuum';

/** `--vacuum-hours 168`: off unless asked for. */
export const vacuumOption = () =>
  new Option(
    '--vacuum-hours <hours>',
    'delete files of row-level tables that were replaced longer ago; their older versions can no longer be read (default: keep all)',
  ).argParser(numberBetween(1, mostHours, true));

/**
 * Warns below 168 hours and asks for a typed word; `--yes` answers. Fails with `SETTING_INVALID`
 * when it is not confirmed.
 */
export async function confirmVacuum(hours: number | null, isAgreed: boolean): Promise<void> {
  if (hours === null || hours >= safeHours || isAgreed) return;
  process.stderr.write(
    `With ${hours} hours, versions that a reader still has open can vanish; 168 is the least that is safe.\n`,
  );
  if ((await typedWord(word, 'delete after so short a time')) === word) return;
  const reason = `Less than ${safeHours} hours was not confirmed. Add --yes, or type "${word}" when asked.`;
  throw failed('SETTING_INVALID', { setting: '--vacuum-hours', reason });
}
