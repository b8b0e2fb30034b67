import type {
  Setting,
  SettingDefinition,
  SettingSource,
  SettingsReport,
  SettingValue,
} from '../contract/settings';
import { sayEvent } from '../contract/event-sentences';
import { failed } from '../contract/failure';
import { invalidSetting, sayReason } from '../contract/reason-sentences';
import type { Said } from '../contract/said';
import { nearestNames } from '../delta/nearest-names';
import { parseSetting } from './parse-setting';
import { SettingsFile } from './settings-file';

/** Where settings come from, beside their defaults and the file. */
export interface SettingsPlace {
  readonly file: string;
  readonly definitions: readonly SettingDefinition[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `NAME=VALUE`, as `--set` has them. */
  readonly flags: readonly string[];
}

interface Effective {
  readonly value: SettingValue;
  readonly source: SettingSource;
}

/** `producer.ratePerSecond` → `DELTADESK_PRODUCER_RATE_PER_SECOND`. */
export function environmentName(name: string): string {
  const words = name.replaceAll('.', '_').replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2');
  return `DELTADESK_${words.toUpperCase()}`;
}

/** All settings of a data folder: default < file < environment < flag (floor.md 8.4). */
export class Settings {
  private fileValues: ReadonlyMap<string, unknown> = new Map();
  private readonly fixed = new Map<string, Effective>();
  /** What this run works with, of the settings that need a start. */
  private readonly running = new Map<string, SettingValue>();
  /** Told of every change. */
  onChange: (report: SettingsReport) => void = () => undefined;

  private constructor(
    private readonly definitions: readonly SettingDefinition[],
    private readonly file: SettingsFile,
  ) {}

  /**
   * Fails with `SETTING_INVALID` for a variable or flag that cannot be used and with
   * `SETTINGS_FILE_INVALID`; an entry of the file that cannot be used is passed over and named in
   * the report's `problems`.
   */
  static async open({ file, definitions, environment, flags }: SettingsPlace): Promise<Settings> {
    const settings = new Settings(definitions, new SettingsFile(file));
    settings.fileValues = await settings.file.read();
    for (const definition of definitions.filter(({ derivedFrom }) => !derivedFrom)) {
      const variable = environmentName(definition.name);
      const text = environment[variable];
      if (text !== undefined) settings.fix(definition, text, 'environment', variable);
    }
    for (const flag of flags) {
      const [name = '', ...value] = flag.split('=');
      settings.fix(settings.definitionOf(name), value.join('='), 'flag', name);
    }
    for (const one of definitions) settings.running.set(one.name, settings.effective(one).value);
    return settings;
  }

  /** The number in use; null for a setting that is off. */
  number(name: string): number | null {
    const value = this.inUse(name);
    return typeof value === 'number' ? value : null;
  }

  /** The text in use; null for a setting that is off. */
  text(name: string): string | null {
    const value = this.inUse(name);
    return typeof value === 'string' ? value : null;
  }

  isOn(name: string): boolean {
    return this.inUse(name) === true;
  }

  /** The numbers in use of one group, by the name after the dot. */
  numbersOf(group: string): Readonly<Record<string, number>> {
    const named = this.definitions.filter(({ name }) => name.startsWith(`${group}.`));
    return Object.fromEntries(
      named.flatMap(({ name }) => {
        const value = this.number(name);
        return value === null ? [] : [[name.slice(group.length + 1), value]];
      }),
    );
  }

  report(): SettingsReport {
    const settings = this.definitions.map((definition) => this.read(definition));
    return { file: this.file.path, settings, problems: this.problems() };
  }

  /** Keeps a value in the file. Fails with `SETTING_UNKNOWN` or `SETTING_INVALID`. */
  async change(name: string, given: SettingValue): Promise<SettingsReport> {
    const definition = this.definitionOf(name);
    const parsed = parseSetting(definition, given);
    if ('problem' in parsed) throw invalidSetting(name, parsed.problem);
    return this.write(definition, parsed.value);
  }

  /** Takes a value out of the file. Fails with `SETTING_UNKNOWN` or `SETTING_INVALID`. */
  reset(name: string): Promise<SettingsReport> {
    return this.write(this.definitionOf(name), undefined);
  }

  private async write(
    { name }: SettingDefinition,
    value: SettingValue | undefined,
  ): Promise<SettingsReport> {
    const fixed = this.fixed.get(name);
    if (fixed) {
      throw invalidSetting(
        name,
        fixed.source === 'flag'
          ? sayReason('fixedByCommandLine')
          : sayReason('fixedByVariable', { variable: environmentName(name) }),
      );
    }
    await this.file.write(name, value);
    this.fileValues = await this.file.read();
    const report = this.report();
    this.onChange(report);
    return report;
  }

  private inUse(name: string): SettingValue {
    const definition = this.definitionOf(name);
    return definition.takesEffect === 'at once'
      ? this.effective(definition).value
      : (this.running.get(name) ?? null);
  }

  private read(definition: SettingDefinition): Setting {
    const { value, source } = this.effective(definition);
    const running = this.running.get(definition.name) ?? null;
    const isWaiting = definition.takesEffect === 'next start' && running !== value;
    const { name, derivedFrom = null } = definition;
    const fixedBy =
      source === 'environment' ? environmentName(name) : source === 'flag' ? '--set' : derivedFrom;
    return { ...definition, value, source, fixedBy, waiting: isWaiting ? { running } : null };
  }

  private effective(definition: SettingDefinition): Effective {
    const fixed = this.fixed.get(definition.name);
    if (fixed) return fixed;
    if (this.fileValues.has(definition.name)) {
      const parsed = parseSetting(definition, this.fileValues.get(definition.name));
      if ('value' in parsed) return { value: parsed.value, source: 'file' };
    }
    return { value: definition.default, source: 'default' };
  }

  private fix(
    definition: SettingDefinition,
    text: string,
    source: 'environment' | 'flag',
    shown: string,
  ): void {
    const parsed = parseSetting(definition, text);
    if ('problem' in parsed) throw invalidSetting(shown, parsed.problem);
    this.fixed.set(definition.name, { value: parsed.value, source });
  }

  private definitionOf(name: string): SettingDefinition {
    const found = this.definitions.find((one) => one.name === name);
    if (found) return found;
    const names = this.definitions.map((one) => one.name);
    const known = nearestNames(name, names).join(', ');
    throw failed('SETTING_UNKNOWN', { setting: name, known });
  }

  private problems(): Said[] {
    return [...this.fileValues].flatMap(([name, value]) => {
      const definition = this.definitions.find((one) => one.name === name);
      if (!definition) return [sayEvent('settingUnknown', { setting: name })];
      const parsed = parseSetting(definition, value);
      if (!('problem' in parsed)) return [];
      const { failure } = invalidSetting(name, parsed.problem);
      return [sayEvent('settingPassedOver', { setting: name }, failure)];
    });
  }
}
