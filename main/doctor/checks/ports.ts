import { say } from '../../contract/doctor-sentences';
import { wishOf } from '../../pipeline/broker-ports';
import { choosePorts } from '../../supervisor/ports';
import { passed, warning, type Check } from '../check';

/** Free, or held by our own broker; a stranger is named. */
export const ports: Check = {
  id: 'ports',
  question: 'Are the ports of the broker free or ours?',
  ask: async ({ bootstrapServers, brokerPort }) => {
    if (bootstrapServers !== null) return passed(say('ourBroker', { bootstrapServers }));
    const { port, controllerPort, moved } = await choosePorts(wishOf(brokerPort));
    if (moved === null) return passed(say('portsFree', { port, controllerPort }));
    const { busyPort, holder } = moved;
    return warning(
      holder
        ? say('portHeld', { busyPort, port, program: holder.program, pid: holder.pid })
        : say('portHeldByAnother', { busyPort, port }),
      say('doFreePort'),
    );
  },
};
