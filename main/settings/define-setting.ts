import type { SettingDefinition, SettingKind, SettingValue } from '../contract/settings';

/** A number from `min` to `max`; `unit` for people. */
export const number = (min: number, max: number, unit: string | null = null): SettingKind => ({
  type: 'number',
  min,
  max,
  integer: false,
  unit,
});
/** The same without a fraction. */
export const whole = (min: number, max: number, unit: string | null = null): SettingKind => ({
  type: 'number',
  min,
  max,
  integer: true,
  unit,
});

/** A setting with its titles, values and default; it takes effect at the next start unless `more` says so. */
export function define(
  name: string,
  [title, titleFr]: readonly [string, string],
  kind: SettingKind,
  value: SettingValue,
  more: Partial<SettingDefinition> = {},
): SettingDefinition {
  const nullable = value === null;
  return {
    name,
    title,
    titleFr,
    kind,
    default: value,
    nullable,
    takesEffect: 'next start',
    ...more,
  };
}
