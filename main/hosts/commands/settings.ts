import type { Setting, SettingsReport, SettingValue } from '../../contract/settings';
import { failed } from '../../contract/failure';
import { confirmingWord } from '../../contract/unsafe-settings';
import { invalidSetting } from '../../contract/reason-sentences';
import { nearestNames } from '../../delta/nearest-names';
import { shippedFolders } from '../../settings/installation';
import { openSettings } from '../../settings/open-settings';
import { parseSetting } from '../../settings/parse-setting';
import { confirmSetting } from '../confirm-setting';
import { connectIfRunning, unwrap } from '../with-control';

/** What is done with the settings. */
export interface SettingsOptions {
  readonly dataFolder: string;
  /** Null: all settings are read. */
  readonly name: string | null;
  /** The text to keep; null: nothing is changed. */
  readonly value: string | null;
  /** Takes the value out of the file. */
  readonly reset: boolean;
  /** Agrees to what is not safe. */
  readonly yes: boolean;
}

/** `deltadesk settings`: those of the living instance, else of the file; of one name that one alone. */
export async function settings(options: SettingsOptions): Promise<SettingsReport> {
  const { name, value, reset } = options;
  if (reset && (name === null || value !== null)) {
    const reason = name === null ? 'name the setting' : 'give a value or --reset, not both';
    throw failed('REQUEST_INVALID', { name: 'settings --reset', reason });
  }
  const door = await openSettingsDoor(options.dataFolder);
  try {
    const report = await door.read();
    if (name === null) return report;
    const found = settingOf(report, name);
    const after = reset
      ? await door.reset(name)
      : value === null
        ? report
        : await door.change(name, await parsed(found, value, options.yes));
    return { ...after, settings: [settingOf(after, name)] };
  } finally {
    door.close();
  }
}

async function parsed(setting: Setting, text: string, isAgreed: boolean): Promise<SettingValue> {
  const result = parseSetting(setting, text);
  if ('problem' in result) throw invalidSetting(setting.name, result.problem);
  await confirmSetting(setting.name, result.value, isAgreed);
  return result.value;
}

function settingOf({ settings: all }: SettingsReport, name: string): Setting {
  const found = all.find((setting) => setting.name === name);
  if (found) return found;
  const names = all.map((setting) => setting.name);
  throw failed('SETTING_UNKNOWN', { setting: name, known: nearestNames(name, names).join(', ') });
}

/** The settings, wherever they are held. */
async function openSettingsDoor(dataFolder: string) {
  const client = await connectIfRunning(dataFolder);
  if (client) {
    return {
      read: async () => unwrap(await client.invoke('settings.read', {})),
      change: async (name: string, value: SettingValue) =>
        unwrap(
          await client.invoke('setting.change', {
            ...{ name, value },
            confirmation: confirmingWord(name, value) ?? undefined,
          }),
        ),
      reset: async (name: string) => unwrap(await client.invoke('setting.reset', { name })),
      close: () => client.close(),
    };
  }
  const held = await openSettings(shippedFolders().resourcesFolder, dataFolder);
  // Nothing runs with another value.
  const settled = (report: SettingsReport): SettingsReport => ({
    ...report,
    settings: report.settings.map((setting) => ({ ...setting, waiting: null })),
  });
  return {
    read: async () => settled(held.report()),
    change: async (name: string, value: SettingValue) => settled(await held.change(name, value)),
    reset: async (name: string) => settled(await held.reset(name)),
    close: () => undefined,
  };
}
