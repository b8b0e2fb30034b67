import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { reopenExitCode, reopening, type Reopening } from '../contract/reopening';
import type { ControlAddress } from '../contract/wire';
import { rootFolder } from '../settings/installation';
import { dataPaths } from '../settings/paths';
import { readControlAddress } from './socket-client';

/** What Chromium writes about the machine it runs on: for the log, not for a person. */
const chromiumLine = /^\[\d+:\d+\/|^s are "tcp"|^\s*$/;

/** How a window ended, and what it asked to be opened in its place. */
export interface DesktopEnd {
  readonly exitCode: number;
  readonly reopening: Reopening | null;
}

export interface DesktopWindow {
  /** Where its control center listens; null when it ended before it had one. */
  readonly control: ControlAddress | null;
  readonly ended: Promise<DesktopEnd>;
  /** What the app itself said on stderr. */
  readonly said: readonly string[];
}

/**
 * Starts Electron on the app and waits until its control center listens, or until it ends.
 * Ctrl-C reaches the whole foreground group: Electron stops in order, the caller waits. `asked`: a
 * signal that asked this process to end; Electron hears of one that came to this process alone.
 */
export async function runElectron(
  electron: string,
  appArgs: readonly string[],
  dataFolder: string,
  asked: Promise<NodeJS.Signals>,
): Promise<DesktopWindow> {
  const paths = dataPaths(dataFolder);
  // Chromium's sandbox refuses to start as root; the window's own sandbox settings stay.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...asRoot, rootFolder, ...appArgs], {
    // The channel tells Electron that somebody waits who can open it again.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  void asked.then((signal) => signal === 'SIGTERM' && child.kill('SIGTERM'));
  const said = followStderr(child, paths.logs);
  let isOver = false;
  const ended = endOf(child).finally(() => (isOver = true));
  for (;;) {
    const control = await readControlAddress(paths.control);
    if (control && control.pid === child.pid) return { control, ended, said };
    if (isOver) return { control: null, ended, said };
    await Promise.race([delay(100), ended]);
  }
}

async function endOf(child: ChildProcess): Promise<DesktopEnd> {
  const told = new Promise<unknown>((resolve) => {
    child.once('message', resolve);
    child.once('disconnect', () => resolve(null));
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const exitCode = await exit.then(
    ([code]) => code ?? 1,
    () => 1,
  );
  if (exitCode !== reopenExitCode) return { exitCode, reopening: null };
  return { exitCode, reopening: reopening.safeParse(await told).data ?? null };
}

function followStderr(child: ChildProcess, logFolder: string): string[] {
  const said: string[] = [];
  let log: NodeJS.WritableStream | null = null;
  try {
    mkdirSync(logFolder, { recursive: true });
    log = createWriteStream(join(logFolder, 'window.log'), { flags: 'w', mode: 0o600 });
    // A folder that cannot be written is the app's own to report.
    log.on('error', () => (log = null));
  } catch {
    log = null;
  }
  createInterface({ input: child.stderr! }).on('line', (line) => {
    log?.write(`${line}\n`);
    if (!chromiumLine.test(line)) said.push(line);
  });
  return said;
}
