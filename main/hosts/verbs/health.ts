import { readQuality } from '../commands/health';
import { jsonOption } from '../command-options';
import { answer, packOption, verb, type AddVerb } from '../verb';

/** What is not as it should be: `quality`. */
export function addHealthVerbs(add: AddVerb): void {
  add('quality', 'scores of the quality checks and rows by broken rule; exit code 1 below one')
    .addOption(packOption())
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const { json, text } = await readQuality(options);
        answer(options, json, () => text);
        return json.checks.every(({ passed }) => passed) ? 0 : 1;
      }),
    );
}
