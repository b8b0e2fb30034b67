import type { SettingValue } from './settings';
import { safeRetentionHours, vacuumWord } from './table-upkeep';

/** The setting by which files are deleted without a question. */
export const vacuumRetention = 'tables.vacuumRetentionHours';

/** The word that a person types for a value that can cost a reader its files (D9); null: none. */
export function confirmingWord(name: string, value: SettingValue): string | null {
  const isShort = typeof value === 'number' && value < safeRetentionHours;
  return name === vacuumRetention && isShort ? vacuumWord : null;
}
