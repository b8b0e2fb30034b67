import { Option, type Command } from 'commander';
import { runApp } from '../commands/app';
import { startInBackground } from '../commands/start';
import { stopInstance } from '../commands/stop';
import { jsonOption } from '../command-options';
import { httpOption, mirrorOption, setOption, settingsOf, vacuumOption } from '../setting-options';
import { answer, packOption, verb, withOption, type AddVerb } from '../verb';

/** What an instance that is opened can be told. */
const withInstanceOptions = (command: Command): Command =>
  command
    .addOption(packOption())
    .addOption(withOption())
    .addOption(setOption())
    .addOption(vacuumOption())
    .addOption(new Option('--yes', 'agree to a vacuum below 168 hours'))
    .addOption(httpOption())
    .addOption(mirrorOption());

/** Start and end: `app`, `start`, `stop`. */
export function addLifeCycleVerbs(add: AddVerb): void {
  withInstanceOptions(
    add('app', 'open the control center and start the pipeline; Ctrl-C stops everything')
      .addOption(
        new Option('--host <host>', 'where it opens').choices(['desktop', 'browser', 'none']),
      )
      .option('--idle', 'do not start the pipeline', false),
  ).action(
    verb(async (options) => {
      const { with: alongside, host = null } = options;
      return runApp({ ...options, alongside, set: await settingsOf(options), host });
    }),
  );

  withInstanceOptions(
    add('start', 'start the pipeline in the background and wait until it runs')
      .option('--idle', 'start the control center alone', false)
      .addOption(
        new Option('--only <part>', 'start this part alone beside the broker')
          .choices(['job', 'producer'])
          .conflicts('idle'),
      ),
  )
    .addOption(jsonOption())
    .action(
      verb(async (options, say) => {
        const only = options.only === 'job' ? 'streamingJob' : options.only;
        const choice = {
          ...options,
          alongside: options.with,
          set: await settingsOf(options),
          only,
        };
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
