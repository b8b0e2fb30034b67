import { say } from '../../contract/doctor-sentences';
import { listNotedProcesses } from '../../supervisor/run-files';
import { readLock } from '../../supervisor/lock-holder';
import { passed, warning, type Check } from '../check';

/** Processes that the run files name; those of a living instance are no leftovers. */
export const leftovers: Check = {
  id: 'leftovers',
  question: 'Is nothing left of an earlier run?',
  ask: async ({ paths }) => {
    const noted = await listNotedProcesses(paths);
    const processes = noted.map(({ service, pid }) => `${service} (pid ${pid})`).join(', ');
    if (noted.length === 0) return passed(say('noProcess'));
    const isOurs = (await readLock(paths.lock))?.holder?.pid === process.pid;
    if (isOurs) return passed(say('processesOurs', { processes }));
    return warning(say('processesLeft', { processes }), say('doStart'));
  },
};
