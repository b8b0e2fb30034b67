import type { Run } from '../../../../main/contract/runs';
import type { Tone } from '../../components/badge';
import type { IconName } from '../../components/icon';

/** Icon and colour of a run's status; the word stands in the texts. */
export const runAppearance: Record<
  Run['status'],
  { readonly tone: Tone; readonly icon: IconName }
> = {
  checking: { tone: 'blue', icon: 'magnifier' },
  starting: { tone: 'blue', icon: 'arc' },
  running: { tone: 'green', icon: 'disc' },
  degraded: { tone: 'amber', icon: 'triangle' },
  stopping: { tone: 'blue', icon: 'arc' },
  stopped: { tone: 'neutral', icon: 'square' },
  done: { tone: 'green', icon: 'check' },
  failed: { tone: 'red', icon: 'octagon' },
  interrupted: { tone: 'amber', icon: 'unplugged' },
};
