import { Option } from 'commander';
import { bundleText } from '../texts/bundle-text';
import { makeBundle } from '../commands/bundle';
import { absolutePath, jsonOption, type CommonOptions } from '../command-options';
import { answer, packOption, verb, type AddVerb } from '../verb';

/** What one hands to somebody who helps: `bundle`. */
export function addSupportVerb(add: AddVerb): void {
  add('bundle', 'a debug bundle: versions, settings, checks, events and logs, without secrets')
    .addOption(
      new Option('--to <file>', 'write the zip there, or into that folder').argParser(absolutePath),
    )
    .addOption(new Option('--list', 'only list what would be in it').conflicts('to'))
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async ({ to, list, ...options }: BundleVerbOptions) => {
        const asked = { ...options, to: list ? null : (to ?? '.') };
        const done = await makeBundle(asked);
        answer(options, done, () => bundleText(done));
      }),
    );
}

interface BundleVerbOptions extends CommonOptions {
  readonly pack: string;
  readonly to?: string;
  readonly list?: boolean;
}
