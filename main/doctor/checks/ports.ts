import { choosePorts } from '../../supervisor/ports';
import { passed, warning, type Check } from '../check';

/** Free, or held by our own broker; a stranger is named. */
export const ports: Check = {
  id: 'ports',
  question: 'Are the ports of the broker free or ours?',
  ask: async ({ bootstrapServers }) => {
    if (bootstrapServers !== null) return passed(`Our broker listens on ${bootstrapServers}.`);
    const { port, controllerPort, notice } = await choosePorts();
    if (notice === null) return passed(`${port} and ${controllerPort} are free.`);
    return warning(notice, 'End that program if clients expect the usual port.');
  },
};
