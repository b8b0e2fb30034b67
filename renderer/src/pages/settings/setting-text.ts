import type { Setting, SettingKind, SettingValue } from '../../../../main/contract/settings';
import { language, locale, t, tOr } from '../../languages/language';

/** What the setting is about, in the window's language. */
export const titleOf = (setting: Pick<Setting, 'title' | 'titleFr'>): string =>
  language() === 'fr' ? setting.titleFr : setting.title;

/** What stands before the dot of a name. */
export const groupOf = (name: string): string => name.split('.')[0] ?? name;

/** The name of a group; one that the texts do not know shows as it is. */
export const groupTitle = (group: string): string => tOr(`settings.groups.${group}`, group);

/** A bound or a value: exact, with the separators of the language. */
const figure = (value: number) => value.toLocaleString(locale(), { maximumFractionDigits: 9 });

/** The unit of a number for people, empty for none. */
export function unitOf(kind: SettingKind): string {
  const unit = kind.type === 'number' ? kind.unit : null;
  return unit === null ? '' : tOr(`settings.units.${unit}`, unit);
}

/** A value with its unit, in words where it is none or a flag. */
export function valueText(value: SettingValue, kind: SettingKind): string {
  if (value === null) return t('settings.none');
  if (typeof value === 'boolean') return t(value ? 'settings.on' : 'settings.off');
  if (kind.type === 'choice') return tOr(`settings.options.${value}`, String(value));
  return typeof value === 'number' ? `${figure(value)} ${unitOf(kind)}`.trim() : value;
}

/** What is allowed, null where the control itself shows it. */
export function rangeText(kind: SettingKind): string | null {
  if (kind.type === 'text') return t('settings.form', { pattern: kind.pattern });
  if (kind.type !== 'number') return null;
  const bounds = { min: figure(kind.min), max: `${figure(kind.max)} ${unitOf(kind)}`.trim() };
  return t(kind.integer ? 'settings.wholeRange' : 'settings.range', bounds);
}

/** What a typed text must be. */
export function problemText(kind: SettingKind): string {
  if (kind.type === 'text') return t('settings.problemText', { pattern: kind.pattern });
  if (kind.type !== 'number') return t('settings.problemMissing');
  const bounds = { min: figure(kind.min), max: figure(kind.max) };
  return t(kind.integer ? 'settings.problemWhole' : 'settings.problemNumber', bounds);
}
