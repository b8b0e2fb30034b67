import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { shellTexts } from '../texts/shell-texts';
import { menuTemplate } from './menu-template';
import type { MenuActions, MenuState } from './menu-template';

type Item = MenuItemConstructorOptions;

function itemsOf(state: Partial<MenuState>, language: 'en' | 'fr' = 'en') {
  const said: string[] = [];
  const actions: MenuActions = {
    open: (address) => said.push(address),
    command: (command) => said.push(command),
    chooseTheme: (theme) => said.push(theme),
    openFolder: (folder) => said.push(folder),
    showAbout: () => said.push('about'),
    quit: () => said.push('quit'),
  };
  const texts = shellTexts(language);
  const top = menuTemplate(
    { platform: 'linux', isPackaged: true, theme: 'system', texts, ...state },
    actions,
  );
  const all: Item[] = [];
  const collect = (items: readonly Item[]) => {
    for (const item of items) {
      all.push(item);
      if (Array.isArray(item.submenu)) collect(item.submenu);
    }
  };
  collect(top);
  const choose = (label: string) => {
    const click = all.find((item) => item.label === label)?.click as (() => void) | undefined;
    click?.();
    return said.at(-1);
  };
  return { top, all, choose };
}

describe('application menu', () => {
  it('opens the eight places by their numbers', () => {
    const { all, choose } = itemsOf({});
    expect(choose('Kafka')).toBe('/kafka');
    const go = all.filter(({ id }) => id?.startsWith('go-'));
    expect(go.map(({ accelerator }) => accelerator)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((digit) => `CommandOrControl+${digit}`),
    );
  });

  it('has Quit, Settings and About where the platform wants them', () => {
    const labelsUnder = (top: Item[], name: string) =>
      (top.find(({ label }) => label === name)!.submenu as Item[]).map(({ label }) => label);
    const linux = itemsOf({});
    expect(labelsUnder(linux.top, 'File')).toContain('Quit Deltadesk');
    expect(labelsUnder(linux.top, 'Help')).toContain('About Deltadesk');
    const mac = itemsOf({ platform: 'darwin' });
    expect(labelsUnder(mac.top, 'Deltadesk')).toEqual(
      expect.arrayContaining(['About Deltadesk', 'Settings…', 'Quit Deltadesk']),
    );
    expect(labelsUnder(mac.top, 'File')).not.toContain('Quit Deltadesk');
  });

  it('can reload the page in an unpackaged build alone', () => {
    const reloads = (isPackaged: boolean) =>
      itemsOf({ isPackaged }).all.filter(({ role }) => /reload|devtools/i.test(role ?? ''));
    expect(reloads(true)).toEqual([]);
    expect(reloads(false)).toHaveLength(2);
  });

  it('marks the theme in use, in both languages', () => {
    const themes = itemsOf({ theme: 'dark' }, 'fr').all.filter(({ type }) => type === 'radio');
    expect(themes.map(({ label, checked }) => [label, checked])).toEqual([
      ['Système', false],
      ['Clair', false],
      ['Sombre', true],
    ]);
  });

  it('leaves the keys that the page hears to the page', () => {
    const { all } = itemsOf({});
    const refresh = all.find(({ label }) => label === 'Refresh Data');
    expect(refresh).toMatchObject({
      accelerator: 'CommandOrControl+R',
      registerAccelerator: false,
    });
  });
});
