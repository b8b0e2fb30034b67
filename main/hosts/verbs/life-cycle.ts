import { Option } from 'commander';
import { runApp } from '../commands/app';
import { startInBackground } from '../commands/start';
import { stopInstance } from '../commands/stop';
import { jsonOption } from '../command-options';
import { answer, packOption, verb, withOption, type AddVerb } from '../verb';

/** Start and end: `app`, `start`, `stop`. */
export function addLifeCycleVerbs(add: AddVerb): void {
  add('app', 'open the control center and start the pipeline; Ctrl-C stops everything')
    .addOption(
      new Option('--host <host>', 'where it opens').choices(['desktop', 'browser', 'none']),
    )
    .option('--idle', 'do not start the pipeline', false)
    .addOption(packOption())
    .addOption(withOption())
    .action(
      verb((options) =>
        runApp({ ...options, alongside: options.with, host: options.host ?? null }),
      ),
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
    .addOption(jsonOption())
    .action(
      verb(async (options, say) => {
        const only = options.only === 'job' ? 'streamingJob' : options.only;
        const started = await startInBackground({ ...options, alongside: options.with, only }, say);
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
