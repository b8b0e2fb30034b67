import { Argument, Option } from 'commander';
import { settings } from '../commands/settings';
import { jsonOption } from '../command-options';
import { settingsText } from '../texts/settings-text';
import { answer, verb, type AddVerb } from '../verb';

/** `settings`. */
export function addSettingsVerb(add: AddVerb): void {
  add(
    'settings',
    'all settings with their sources; one of them; or keep a value for the next start',
  )
    .addArgument(new Argument('[name]', 'of one setting, e.g. analytics.premiumThreshold'))
    .addArgument(new Argument('[value]', 'keep it in the file; "" is none'))
    .addOption(new Option('--reset', 'take it out of the file, back to the default'))
    .addOption(new Option('--yes', 'agree to what is not safe'))
    .addOption(jsonOption())
    .action((name: string | undefined, value: string | undefined, given) =>
      verb(async (options: typeof given) => {
        const { reset = false, yes = false, dataFolder } = options;
        const asked = { dataFolder, name: name ?? null, value: value ?? null, reset, yes };
        const report = await settings(asked);
        answer(options, report, () => settingsText(report));
      })(given),
    );
}
