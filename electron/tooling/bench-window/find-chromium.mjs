import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The system's Chromium, or the one that DELTADESK_CHROMIUM names; throws without one. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = [
    process.env.DELTADESK_CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ].find((path) => path !== undefined && isExecutable(path));
  if (found) return found;
  throw new Error('No Chromium was found. Install it or name it in DELTADESK_CHROMIUM.');
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
