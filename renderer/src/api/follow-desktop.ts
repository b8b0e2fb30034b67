import { runShortcut } from '../shortcuts/shortcut-registry';
import type { Stores } from '../state/stores';
import { readAddress } from '../state/address-store';
import type { DesktopClient } from './desktop-client';

/** The one place where the desktop and the stores meet: it tells addresses, they tell the looks. */
export function followDesktop(desktop: DesktopClient, stores: Stores): void {
  const { address, language, theme } = stores;
  desktop.on('desktop.addressChosen', ({ address: chosen }) => {
    const { path, parameters } = readAddress(chosen);
    address.getState().open(path, parameters);
  });
  desktop.on('desktop.themeChosen', ({ theme: chosen }) => theme.getState().choose(chosen));

  // A menu's item does what its keys do, where somebody does it now.
  desktop.on('desktop.commandChosen', ({ command }) => void runShortcut(command));

  const tell = () => {
    const looks = { theme: theme.getState().choice, language: language.getState().language };
    // Menus in another colour or language are no reason to disturb anybody.
    desktop.request('desktop.showAppearance', looks).catch(() => undefined);
  };
  theme.subscribe((state, before) => state.choice !== before.choice && tell());
  language.subscribe((state, before) => state.language !== before.language && tell());
  tell();
}
