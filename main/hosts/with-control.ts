import { failed, FailureError, type Result } from '../contract/failure';
import { isProcessAlive } from '../supervisor/process-identity';
import { dataPaths } from '../settings/paths';
import { connectToControl, readControlAddress, type SocketClient } from './socket-client';

/** A connection to the instance that lives on the data folder; null when none lives. */
export async function connectIfRunning(dataFolder: string): Promise<SocketClient | null> {
  const control = await readControlAddress(dataPaths(dataFolder).control);
  // A hard kill leaves the file behind; the address may belong to another program by now.
  if (!control || !isProcessAlive(control.pid)) return null;
  return connectToControl(control);
}

/** Runs `use` on the living instance; `CONTROL_NOT_RUNNING` when there is none. */
export async function withControl<T>(
  dataFolder: string,
  use: (client: SocketClient) => Promise<T>,
): Promise<T> {
  const client = await connectIfRunning(dataFolder);
  if (!client) throw failed('CONTROL_NOT_RUNNING', { folder: dataFolder });
  try {
    return await use(client);
  } finally {
    client.close();
  }
}

/** The value of an answer; its failure is thrown. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result.failure);
}
