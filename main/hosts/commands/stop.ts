import { setTimeout as delay } from 'node:timers/promises';
import { failed } from '../../contract/failure';
import { isProcessAlive } from '../../supervisor/process-identity';
import { dataPaths } from '../../settings/paths';
import { readControlAddress } from '../socket-client';
import { connectIfRunning } from '../with-control';

const endDeadlineMs = 30_000;

/**
 * `deltadesk stop`: stops the pipeline and ends the instance, and waits until its process is gone.
 * Returns false when none was running: that is what was wanted, so it is no failure.
 */
export async function stopInstance(dataFolder: string): Promise<boolean> {
  const control = await readControlAddress(dataPaths(dataFolder).control);
  const client = await connectIfRunning(dataFolder);
  if (!client || !control) return false;
  // The answer may be cut off by the very end that was asked for.
  void client.invoke('app.quit', {});
  await client.whenClosed;
  for (const endMs = Date.now() + endDeadlineMs; Date.now() < endMs; await delay(50)) {
    if (!isProcessAlive(control.pid)) return true;
  }
  throw failed('CONTROL_UNREACHABLE', {
    address: control.address,
    reason: `process ${control.pid} did not end within ${endDeadlineMs / 1000} s`,
  });
}
