import { describe, expect, it } from 'vitest';
import { autostartEntry, autostartFile, launchCommand } from './login-item';

describe('start at login', () => {
  it('writes an entry whose command means the same words again', () => {
    const entry = autostartEntry({
      program: '/opt/Delta desk/deltadesk',
      args: ['--data-folder', '/home/me/100 % "x" $y'],
    });
    expect(entry).toContain(
      'Exec="/opt/Delta desk/deltadesk" "--data-folder" "/home/me/100 %% \\\\"x\\\\" \\\\$y"\n',
    );
    expect(entry.startsWith('[Desktop Entry]\nType=Application\n')).toBe(true);
  });

  it('stands in the folder of the rules, where that is a whole path', () => {
    expect(autostartFile({ XDG_CONFIG_HOME: '/c' })).toBe('/c/autostart/deltadesk.desktop');
    expect(autostartFile({ XDG_CONFIG_HOME: 'c' })).toMatch(/\.config\/autostart/);
  });

  it('names the app where it is not packaged, and a data folder that is not the usual one', () => {
    const app = { isPackaged: false, getAppPath: () => '/checkout' };
    expect(launchCommand(app, '/lake').args).toEqual(['/checkout', '--data-folder', '/lake']);
    expect(launchCommand({ ...app, isPackaged: true }, null).args).toEqual([]);
  });
});
