import { readAlerts, readQuality } from '../commands/health';
import { jsonOption } from '../command-options';
import { answer, packOption, verb, type AddVerb } from '../verb';

/** What is not as it should be: `quality`, `alerts`. */
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

  add('alerts', 'alerts that go on, and those that are over; exit code 1 while one goes on')
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const { json, text } = await readAlerts(options);
        answer(options, json, () => text);
        return json.active.length === 0 ? 0 : 1;
      }),
    );
}
