import type { SettingsReport } from '../../../main/contract/settings';
import type { ServedApi } from '../register-api';
import type { ClosingChoice } from '../window/close-policy';

/** The settings that the shell works by (main/settings/desktop-settings.ts). */
export interface ShellSettings {
  readonly startAtLogin: boolean;
  readonly startMinimised: boolean;
  readonly closingWindow: ClosingChoice;
  readonly notifications: boolean;
}

/** Reads the shell's settings of a report. */
export function shellSettings({ settings }: SettingsReport): ShellSettings {
  const value = (name: string) => settings.find((one) => one.name === `general.${name}`)?.value;
  return {
    startAtLogin: value('startAtLogin') === true,
    startMinimised: value('startMinimised') === true,
    closingWindow: (value('closingWindow') ?? 'automatic') as ClosingChoice,
    notifications: value('notifications') !== false,
  };
}

/** The settings now, kept as they change; `onChange` is told of each change with what was before. */
export async function followSettings(
  center: Pick<ServedApi, 'handlers' | 'on'>,
  onChange: (now: ShellSettings, before: ShellSettings) => void,
): Promise<() => ShellSettings> {
  let current = shellSettings(await center.handlers['settings.read']({}));
  center.on('settings.changed', (report) => {
    const before = current;
    current = shellSettings(report);
    onChange(current, before);
  });
  return () => current;
}
