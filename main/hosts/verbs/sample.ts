import { Option } from 'commander';
import { makeSample } from '../../sample/make-sample';
import { formatInteger } from '../texts/format';
import { absolutePath, jsonOption } from '../command-options';
import { answer, verb, type AddVerb } from '../verb';

/** `make-sample`: what the set-up calls. */
export function addSampleVerb(add: AddVerb): void {
  add('make-sample', 'make the sample data that the window shows without a start (set-up does it)')
    .addOption(
      new Option('--to <folder>', 'a new folder for the sample; --data-folder is for the run')
        .argParser(absolutePath)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--class-archives <folder>', 'a new folder for what quickens the next starts')
        .argParser(absolutePath)
        .makeOptionMandatory(),
    )
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const made = await makeSample({
          work: options.dataFolder,
          sample: options.to,
          classArchives: options.classArchives,
        });
        answer(
          options,
          made,
          () => `${formatInteger(made.records)} records were put into ${made.folder}.`,
        );
      }),
    );
}
