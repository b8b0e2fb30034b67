import { app, powerMonitor } from 'electron';
import type { ControlCenter } from '../../main/control-center';

/** What the system does to a running app: it sleeps, wakes, and is shut down. */
export function followSystem(
  { parts }: Pick<ControlCenter, 'parts'>,
  onDefect: (defect: unknown) => void,
): void {
  // What was proved before a sleep says nothing: the broker is asked anew at once.
  powerMonitor.on('resume', () => {
    for (const { brokerWatch } of [parts, ...parts.alongside])
      brokerWatch.checkNow().catch(onDefect);
  });
  // A session that ends waits a moment for apps that stop in order.
  powerMonitor.on('shutdown', () => app.quit());
}
