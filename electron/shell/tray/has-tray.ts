import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The name under which a desktop of Linux takes tray icons, by the StatusNotifierItem protocol. */
const watcher = 'org.kde.StatusNotifierWatcher';
const deadlineMs = 2_000;

const asks: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    [
      ...['call', '--session', '--dest', 'org.freedesktop.DBus'],
      ...['--object-path', '/org/freedesktop/DBus'],
      ...['--method', 'org.freedesktop.DBus.NameHasOwner', watcher],
    ],
  ],
  [
    'dbus-send',
    [
      ...['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'],
      ...['org.freedesktop.DBus.NameHasOwner', `string:${watcher}`],
    ],
  ],
];

/**
 * Whether a tray icon can be seen. Windows and macOS always have a place for it; on Linux the
 * session bus is asked. What cannot be asked counts as no: then closing the window asks the person.
 */
export async function hasTray(platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [program, args] of asks) {
    const answer = await promisify(execFile)(program, [...args], { timeout: deadlineMs }).then(
      ({ stdout }) => /\btrue\b/.test(stdout),
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : false),
    );
    if (answer !== null) return answer;
  }
  return false;
}
