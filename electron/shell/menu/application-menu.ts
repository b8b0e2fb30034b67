import { Menu } from 'electron';
import { menuTemplate } from './menu-template';
import type { MenuActions, MenuState } from './menu-template';

/** Shows the menu of this state; called again at each change of language or theme. */
export function showApplicationMenu(state: MenuState, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)));
}
