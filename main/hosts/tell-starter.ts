import type { Failure } from '../contract/failure';

/** Tells a failure to the process that started this one and waits, where one does; never rejects. */
export function tellStarter(failure: Failure): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected || !process.send) return resolve();
    process.send(failure, () => resolve());
  });
}
