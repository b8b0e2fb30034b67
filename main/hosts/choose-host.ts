import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { failed } from '../contract/failure';
import { rootFolder } from '../settings/installation';

export type Host = 'desktop' | 'browser' | 'none';
export interface ChosenHost {
  readonly host: Host;
  /** Electron's program, in the desktop host alone. */
  readonly electron: string | null;
  /** Why the desktop was not taken; null when it was, or when another host was asked for. */
  readonly reason: string | null;
}

/** Whether there is a screen on which a window, or a browser, could be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * Electron's program. Its package fetches the runtime on first use and fails within a second where
 * the release page cannot be reached.
 */
async function findElectron(): Promise<string> {
  const script = 'process.stdout.write("\\n" + require("electron"))';
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], {
    cwd: rootFolder,
    timeout: 300_000,
  });
  return stdout.trim().split('\n').at(-1) ?? '';
}

/** The desktop where a display and Electron's runtime are there, else the browser. */
export async function chooseHost(asked: Host | null): Promise<ChosenHost> {
  if (asked === 'browser' || asked === 'none') {
    return { host: asked, electron: null, reason: null };
  }
  const fallBack = (reason: string): ChosenHost => {
    if (asked === 'desktop') throw failed('SETTING_INVALID', { setting: '--host desktop', reason });
    return { host: 'browser', electron: null, reason };
  };
  if (!hasDisplay()) return fallBack('There is no display.');
  try {
    return { host: 'desktop', electron: await findElectron(), reason: null };
  } catch {
    return fallBack("Electron's runtime is not there and cannot be fetched.");
  }
}
