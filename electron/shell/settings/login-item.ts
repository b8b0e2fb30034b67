import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { App } from 'electron';

/** How the app is started without a person: the program and its arguments. */
export interface LaunchCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** The entry that a desktop of Linux starts at login (freedesktop.org, Desktop Entry and Autostart). */
export function autostartEntry({ program, args }: LaunchCommand): string {
  const quoted = [program, ...args].map(
    (word) =>
      `"${word
        .replaceAll(/["`$\\]/g, '\\$&')
        .replaceAll('\\', '\\\\')
        .replaceAll('%', '%%')}"`,
  );
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Deltadesk',
    `Exec=${quoted.join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n');
}

/** Where that entry stands. */
export function autostartFile(environment: Readonly<Record<string, string | undefined>>): string {
  const given = environment['XDG_CONFIG_HOME'] ?? '';
  const folder = isAbsolute(given) ? given : join(homedir(), '.config');
  return join(folder, 'autostart', 'deltadesk.desktop');
}

/** Starts the app at login, or no longer. Electron knows how, except on Linux. */
export function setStartAtLogin(app: App, isOn: boolean, command: LaunchCommand): void {
  const { program, args } = command;
  if (process.platform !== 'linux')
    return app.setLoginItemSettings({ openAtLogin: isOn, path: program, args: [...args] });
  const file = autostartFile(process.env);
  if (!isOn) return rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, autostartEntry(command), { mode: 0o644 });
}

/** This app as it was started; the data folder is named where it is not the usual one. */
export function launchCommand(
  app: Pick<App, 'isPackaged' | 'getAppPath'>,
  dataFolder: string | null,
): LaunchCommand {
  // An AppImage runs from a mount that is gone at the next login: its own file is the program.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const appArgs = app.isPackaged ? [] : [app.getAppPath()];
  return { program, args: [...appArgs, ...(dataFolder ? ['--data-folder', dataFolder] : [])] };
}
