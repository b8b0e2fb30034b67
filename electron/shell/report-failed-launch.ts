import type { App } from 'electron';
import { dialog } from 'electron';
import { describeFailure } from '../../main/contract/describe-failure';
import { toFailure } from '../../main/contract/failure';

/**
 * Nothing could be opened: says what, why and what to do, on stderr and, where the
 * packaged app was started without a terminal, in a dialog; then ends with code 1.
 */
export async function reportFailedLaunch(app: App, thrown: unknown): Promise<void> {
  const failure = toFailure(thrown);
  const { title, message, fix } = describeFailure(failure);
  process.stderr.write(`${title}\n${message}\n${fix}\n(${failure.code})\n`);
  if (app.isPackaged && !process.stderr.isTTY)
    await app.whenReady().then(() => dialog.showErrorBox(title, `${message}\n\n${fix}`));
  app.exit(1);
}
