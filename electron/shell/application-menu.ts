import { Menu } from 'electron';

/**
 * macOS needs a menu for quit, copy and paste; elsewhere the window has none, and with it no
 * reload and no developer tools by accident.
 */
export function setApplicationMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
}
