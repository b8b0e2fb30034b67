import { Option } from 'commander';
import { runApp } from '../commands/app';
import { startInBackground } from '../commands/start';
import { stopInstance } from '../commands/stop';
import { jsonOption, numberBetween } from '../command-options';
import { confirmVacuum, vacuumOption } from '../vacuum-option';
import { answer, packOption, verb, withOption, type AddVerb } from '../verb';

/** `--http-api 5000`: off unless asked for (floor.md section 9). */
const httpOption = () =>
  new Option(
    '--http-api [port]',
    'answer GET /api/<query> and /metrics on loopback, with the token as bearer; any port without one',
  )
    .argParser(numberBetween(0, 65_535, true))
    .preset(0);

/** `--mirror-group`: the name that the consumer of Bronze has by default (floor.md 10.3). */
const mirrorOption = () =>
  new Option(
    '--mirror-group [name]',
    'write the offsets that were read into this consumer group, so that other Kafka tools show the lag',
  ).preset('deltadesk-bronze');

/** Start and end: `app`, `start`, `stop`. */
export function addLifeCycleVerbs(add: AddVerb): void {
  add('app', 'open the control center and start the pipeline; Ctrl-C stops everything')
    .addOption(
      new Option('--host <host>', 'where it opens').choices(['desktop', 'browser', 'none']),
    )
    .option('--idle', 'do not start the pipeline', false)
    .addOption(packOption())
    .addOption(withOption())
    .addOption(vacuumOption())
    .addOption(new Option('--yes', 'agree to a vacuum below 168 hours'))
    .addOption(httpOption())
    .addOption(mirrorOption())
    .action(
      verb(async (options) => {
        const vacuumHours: number | null = options.vacuumHours ?? null;
        await confirmVacuum(vacuumHours, options.yes ?? false);
        const { with: alongside, host = null } = options;
        return runApp({
          ...options,
          alongside,
          vacuumHours,
          httpPort: options.httpApi ?? null,
          mirrorGroup: options.mirrorGroup ?? null,
          host,
        });
      }),
    );

  add('start', 'start the pipeline in the background and wait until it runs')
    .option('--idle', 'start the control center alone', false)
    .addOption(
      new Option('--only <part>', 'start this part alone beside the broker')
        .choices(['job', 'producer'])
        .conflicts('idle'),
    )
    .addOption(packOption())
    .addOption(withOption())
    .addOption(vacuumOption())
    .addOption(new Option('--yes', 'agree to a vacuum below 168 hours'))
    .addOption(httpOption())
    .addOption(mirrorOption())
    .addOption(jsonOption())
    .action(
      verb(async (options, say) => {
        const only = options.only === 'job' ? 'streamingJob' : options.only;
        const vacuumHours: number | null = options.vacuumHours ?? null;
        await confirmVacuum(vacuumHours, options.yes ?? false);
        const { with: alongside } = options;
        const httpPort: number | null = options.httpApi ?? null;
        const mirrorGroup: string | null = options.mirrorGroup ?? null;
        const choice = { ...options, alongside, vacuumHours, httpPort, mirrorGroup, only };
        const started = await startInBackground(choice, say);
        answer(options, started, () => `Running (pid ${started.pid}). Window: ${started.address}`);
      }),
    );

  add('stop', 'stop everything that runs on the data folder')
    .addOption(jsonOption())
    .action(
      verb(async (options) => {
        const wasRunning = await stopInstance(options.dataFolder);
        answer(options, { stopped: wasRunning }, () =>
          wasRunning ? 'Stopped. Nothing is left running.' : 'Nothing was running.',
        );
      }),
    );
}
