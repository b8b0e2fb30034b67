import type { Setting, SettingValue } from '../../../../main/contract/settings';
import { t } from '../../languages/language';
import { problemText } from './setting-text';

/** A typed text as a value, or what is wrong with it in a sentence. */
export type Draft = { readonly value: SettingValue } | { readonly problem: string };

/**
 * Reads what was typed; an empty text is null where the setting allows none. `isUnreadable`: the
 * field holds something that is no number, which the browser hands over as an empty text.
 */
export function readDraft(
  { kind, nullable }: Pick<Setting, 'kind' | 'nullable'>,
  text: string,
  isUnreadable: boolean,
): Draft {
  if (isUnreadable) return { problem: problemText(kind) };
  const trimmed = text.trim();
  if (trimmed === '') return nullable ? { value: null } : { problem: t('settings.problemMissing') };
  if (kind.type === 'number') {
    const value = Number(trimmed);
    const fits = value >= kind.min && value <= kind.max;
    return fits && (!kind.integer || Number.isInteger(value))
      ? { value }
      : { problem: problemText(kind) };
  }
  if (kind.type === 'text' && !new RegExp(`^(?:${kind.pattern})$`).test(trimmed))
    return { problem: problemText(kind) };
  return { value: trimmed };
}
