import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * One window per data folder: the browser engine's own files lie in it, and with them the lock.
 * False when another window has it; that one is told of each later launch. Where the folder cannot
 * be written the control center says so a moment later, better than this could.
 */
export function keepOneInstance(app: App, dataFolder: string, onLaterLaunch: () => void): boolean {
  const engineFolder = join(dataFolder, 'window');
  try {
    mkdirSync(engineFolder, { recursive: true });
  } catch {
    return true;
  }
  app.setPath('userData', engineFolder);
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onLaterLaunch);
  return true;
}
