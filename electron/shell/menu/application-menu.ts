import { app, Menu } from 'electron';
import type { Looks } from '../looks';
import { menuTemplate } from './menu-template';
import type { MenuActions } from './menu-template';

/** Shows the application menu, drawn anew in another language or theme. */
export function showApplicationMenu(
  looks: Looks,
  version: string,
  actions: Omit<MenuActions, 'showAbout'>,
): void {
  app.setAboutPanelOptions({
    applicationName: looks.texts.product,
    applicationVersion: version,
  });
  const draw = () => {
    const { theme, texts } = looks;
    const state = { platform: process.platform, isPackaged: app.isPackaged, theme, texts };
    const showAbout = () => app.showAboutPanel();
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, { ...actions, showAbout })));
  };
  looks.onChange(draw);
  draw();
}
