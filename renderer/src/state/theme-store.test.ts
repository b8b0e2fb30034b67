import { describe, expect, it } from 'vitest';
import { createClient } from '../api/control-center-client';
import { createFakeTransport } from '../fixtures/fake-transport';
import { createKeptStore } from './kept-store';
import { createThemeStore } from './theme-store';
import type { ThemePage } from './theme-store';

const kept = () => createKeptStore(createClient(createFakeTransport({})));

function pageWith(stored: string | null, isDark: boolean) {
  const system = { matches: isDark, change: () => {} };
  const dataset: Record<string, string> = {};
  const copies: Record<string, string | null> = { 'deltadesk.theme': stored };
  const page = {
    matchMedia: () => ({
      get matches() {
        return system.matches;
      },
      addEventListener: (_name: string, listener: () => void) => (system.change = listener),
    }),
    localStorage: {
      getItem: (key: string) => copies[key] ?? null,
      setItem: (key: string, value: string) => (copies[key] = value),
    },
    document: { documentElement: { dataset } },
  };
  return { page: page as unknown as ThemePage, system, dataset, copies };
}

describe('theme store', () => {
  it('follows the system while the person chose nothing', () => {
    const { page, system, dataset } = pageWith(null, false);
    createThemeStore(page, kept());
    expect(dataset['theme']).toBe('light');
    system.matches = true;
    system.change();
    expect(dataset['theme']).toBe('dark');
  });

  it('keeps a choice over the system and over the next visit', () => {
    const { page, system, dataset, copies } = pageWith(null, false);
    createThemeStore(page, kept()).getState().choose('dark');
    system.change();
    expect(dataset['theme']).toBe('dark');
    expect(copies['deltadesk.theme']).toBe('dark');
    createThemeStore(page, kept());
    expect(dataset['theme']).toBe('dark');
  });

  it('begins with what the host knows, which is newer than the copy of the page', () => {
    const { page, dataset } = pageWith('light', false);
    dataset['keptTheme'] = 'dark';
    createThemeStore(page, kept());
    expect(dataset['theme']).toBe('dark');
  });

  it('takes an unknown stored choice for none', () => {
    const { page, dataset } = pageWith('sepia', true);
    createThemeStore(page, kept());
    expect(dataset['theme']).toBe('dark');
  });
});
