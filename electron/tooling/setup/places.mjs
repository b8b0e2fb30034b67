import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of this checkout, whatever folder the command was called from. */
export const checkout = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]+$/, '');

/** Where the setup reads and writes below `root`; all that it makes is ignored by git. */
export function places(root = checkout) {
  const out = join(root, 'out');
  return {
    root,
    out,
    jars: join(out, 'jars'),
    jobJar: join(out, 'jars', 'job', 'deltadesk-job.jar'),
    commandLine: join(out, 'cli', 'deltadesk.cjs'),
    sample: join(out, 'sample'),
    classArchives: join(out, 'class-archives'),
    logs: join(out, 'logs'),
    stamp: (step) => join(out, 'setup', `${step}.json`),
    lock: join(out, 'setup', 'setup.lock'),
    testResults: join(out, 'test-results'),
  };
}
