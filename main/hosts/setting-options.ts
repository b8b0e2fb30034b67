import { InvalidArgumentError, Option } from 'commander';
import { numberBetween } from './command-options';
import { vacuumRetention } from '../contract/unsafe-settings';
import { confirmSetting } from './confirm-setting';

/** `--set analytics.premiumThreshold=750`, repeatable: a setting for this run alone. */
export const setOption = () =>
  new Option(
    '--set <name=value>',
    'a setting for this run alone; repeatable, "deltadesk settings" lists them',
  )
    .argParser((text: string, before: string[] | undefined) => {
      if (/^[^=]+=/.test(text)) return [...(before ?? []), text];
      throw new InvalidArgumentError('It must be NAME=VALUE.');
    })
    .default([] as string[], 'none');

/** `--vacuum-hours 168`: off unless asked for. */
export const vacuumOption = () =>
  new Option(
    '--vacuum-hours <hours>',
    'delete files of row-level tables that were replaced longer ago; their older versions can no longer be read (default: keep all)',
  ).argParser(numberBetween(1, 24 * 365 * 10, true));

/** `--http-api 5000`: off unless asked for (floor.md section 9). */
export const httpOption = () =>
  new Option(
    '--http-api [port]',
    'answer GET /api/<query> and /metrics on loopback, with the token as bearer; any port without one',
  )
    .argParser(numberBetween(0, 65_535, true))
    .preset(0);

/** `--mirror-group`: the name that the consumer of Bronze has by default (floor.md 10.3). */
export const mirrorOption = () =>
  new Option(
    '--mirror-group [name]',
    'write the offsets that were read into this consumer group, so that other Kafka tools show the lag',
  ).preset('deltadesk-bronze');

interface SettingFlags {
  readonly set: readonly string[];
  readonly vacuumHours?: number;
  readonly httpApi?: number;
  readonly mirrorGroup?: string;
  readonly yes?: boolean;
}

/**
 * The flags of `app` and `start` as `NAME=VALUE`. Asks before a vacuum that is not safe; fails with
 * `SETTING_INVALID` when it is not confirmed.
 */
export async function settingsOf(flags: SettingFlags): Promise<string[]> {
  const { vacuumHours, httpApi, mirrorGroup } = flags;
  const set = [
    ...(vacuumHours === undefined ? [] : [`${vacuumRetention}=${vacuumHours}`]),
    ...(httpApi === undefined ? [] : ['httpApi.enabled=true', `httpApi.port=${httpApi}`]),
    ...(mirrorGroup === undefined ? [] : [`kafka.mirrorGroup=${mirrorGroup}`]),
    ...flags.set,
  ];
  for (const each of set) {
    const [name = '', text = ''] = each.split('=');
    const value = text === '' ? null : Number(text);
    if (name === vacuumRetention) await confirmSetting(name, value, flags.yes ?? false);
  }
  return set;
}
