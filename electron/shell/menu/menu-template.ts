import type { MenuItemConstructorOptions } from 'electron';
import type { Appearance, PageCommand, ProductFolder } from '../../../main/contract/desktop';
import type { ShellTexts } from '../texts/shell-texts';

/** What the items of the menu do. */
export interface MenuActions {
  open(address: string): void;
  command(command: PageCommand): void;
  chooseTheme(theme: Appearance['theme']): void;
  openFolder(folder: ProductFolder): void;
  showAbout(): void;
  quit(): void;
}

/** What the menu depends on. */
export interface MenuState {
  readonly platform: NodeJS.Platform;
  /** Only an unpackaged build can reload its page. */
  readonly isPackaged: boolean;
  readonly theme: Appearance['theme'];
  readonly texts: ShellTexts;
}

const places = [
  'pipeline',
  'dashboard',
  'data',
  'kafka',
  'quality',
  'export',
  'logs',
  'settings',
] as const;

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/** A key that the page itself hears: the menu shows it and leaves it to the page. */
const shown = (accelerator: string): Item => ({ accelerator, registerAccelerator: false });

/** The application menu as the platform wants it (ux.md section 6). */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const { menu, product } = state.texts;
  const isMac = state.platform === 'darwin';
  const settings: Item = {
    label: menu.settings,
    ...shown('CommandOrControl+,'),
    click: () => actions.open('/settings'),
  };
  const about: Item = { label: menu.about, click: () => actions.showAbout() };
  const quit: Item = {
    label: menu.quit,
    accelerator: 'CommandOrControl+Q',
    click: () => actions.quit(),
  };
  const roles: Item[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }];
  const appMenu: Item = {
    label: product,
    submenu: [about, line, settings, line, { role: 'services' }, line, ...roles, line, quit],
  };
  const file: Item = {
    label: menu.file,
    submenu: [
      {
        label: menu.startStop,
        ...shown('CommandOrControl+Shift+Enter'),
        click: () => actions.command('start-stop'),
      },
      line,
      {
        label: menu.exportView,
        ...shown('CommandOrControl+E'),
        click: () => actions.command('export-view'),
      },
      { label: menu.exportPlace, click: () => actions.open('/export') },
      { label: menu.openDataFolder, click: () => actions.openFolder('data') },
      ...(isMac ? [] : [line, settings, line, quit]),
    ],
  };
  return [
    ...(isMac ? [appMenu] : []),
    file,
    edit(menu, actions),
    view(state, actions),
    go(state.texts, actions),
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    help(menu, actions, isMac ? [] : [line, about]),
    ...(state.isPackaged ? [] : [developer(menu)]),
  ];
}

function edit(menu: ShellTexts['menu'], actions: MenuActions): Item {
  const named = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const;
  const [undo, redo, ...rest] = named.map((role): Item => ({ role, label: menu[role] }));
  const find: Item = {
    label: menu.find,
    ...shown('CommandOrControl+F'),
    click: () => actions.command('find'),
  };
  return { label: menu.edit, submenu: [undo!, redo!, line, ...rest, line, find] };
}

function view({ texts: { menu }, theme }: MenuState, actions: MenuActions): Item {
  const themes = (['system', 'light', 'dark'] as const).map((choice): Item => ({
    label: menu.themes[choice],
    type: 'radio',
    checked: choice === theme,
    click: () => actions.chooseTheme(choice),
  }));
  return {
    label: menu.view,
    submenu: [
      {
        label: menu.palette,
        ...shown('CommandOrControl+K'),
        click: () => actions.command('palette'),
      },
      {
        label: menu.refresh,
        ...shown('CommandOrControl+R'),
        click: () => actions.command('refresh'),
      },
      line,
      { role: 'zoomIn', label: menu.zoomIn },
      { role: 'zoomOut', label: menu.zoomOut },
      { role: 'resetZoom', label: menu.actualSize },
      { role: 'togglefullscreen', label: menu.fullScreen },
      line,
      { label: menu.theme, submenu: themes },
    ],
  };
}

function go(texts: ShellTexts, actions: MenuActions): Item {
  return {
    label: texts.menu.go,
    submenu: places.map((place, index) => ({
      id: `go-${place}`,
      label: texts.places[place],
      ...shown(`CommandOrControl+${index + 1}`),
      click: () => actions.open(`/${place}`),
    })),
  };
}

function help(menu: ShellTexts['menu'], actions: MenuActions, last: Item[]): Item {
  return {
    role: 'help',
    label: menu.help,
    submenu: [
      { label: menu.concepts, click: () => actions.open('/learn') },
      { label: menu.shortcuts, ...shown('Shift+?'), click: () => actions.command('help') },
      { label: menu.tour, click: () => actions.open('/pipeline?tour=1') },
      line,
      { label: menu.diagnostics, click: () => actions.open('/diagnostics') },
      { label: menu.bundle, click: () => actions.open('/diagnostics') },
      { label: menu.openLogs, click: () => actions.openFolder('logs') },
      ...last,
    ],
  };
}

/** Reload and developer tools: never in what people install. */
function developer(menu: ShellTexts['menu']): Item {
  return {
    label: menu.developer,
    submenu: [
      { role: 'reload', label: menu.reloadPage, accelerator: 'F5' },
      { role: 'toggleDevTools', label: menu.developerTools },
    ],
  };
}
