import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage } from '../fixtures/prepare-page';
import { whenKept } from './when-kept';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
// A browser has nothing of its own at a port that it sees for the first time.
const forget = () => {
  window.localStorage.clear();
  window.history.replaceState(null, '', '#');
};
beforeEach(forget);
afterEach(forget);

/** The other side that keeps texts over ports. */
function dataFolder(texts: Record<string, string> = {}) {
  return createFakeTransport({
    'overview.read': () => overviewIn('stopped', Date.now()),
    'keptTexts.read': () => ({ texts: { ...texts } }),
    'keptText.keep': ({ name, text }) => {
      if (text !== null) texts[name] = text;
      return {};
    },
  });
}
const rest = () => act(() => new Promise((resolve) => setTimeout(resolve, 350)));

describe('at a new port', () => {
  it('theme, language and address are those of the last time', async () => {
    const folder = dataFolder();
    const { stores } = await preparePage(folder);
    stores.theme.getState().choose('dark');
    stores.language.getState().choose('fr');
    stores.address.getState().open('/quality', { check: 'a' });
    window.dispatchEvent(new Event('hashchange'));
    await rest();
    forget();

    const { stores: next } = await preparePage(folder);
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(document.documentElement.lang).toBe('fr');
    expect(next.address.getState().address).toEqual({
      path: '/quality',
      parameters: { check: 'a' },
    });
    next.language.getState().choose('en');
  });

  it('an address that was asked for is not overruled by the last one', async () => {
    window.location.hash = '/kafka';
    const { stores } = await preparePage(dataFolder({ address: '/quality' }));
    expect(stores.address.getState().address.path).toBe('/kafka');
  });

  it('nothing is drawn before they are known, nor waited for long', async () => {
    const { stores } = await preparePage(dataFolder({ theme: 'dark' }));
    await whenKept(stores.kept, 1e9);
    expect(stores.theme.getState().theme).toBe('dark');
    stores.kept.setState({ isLoaded: false });
    const drawn = vi.fn();
    void whenKept(stores.kept, 20).then(drawn);
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(drawn).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(drawn).toHaveBeenCalled());
  });

  it('what was chosen while the answer was on its way stays', async () => {
    let answer = (_: { texts: Record<string, string> }) => {};
    const transport = createFakeTransport({
      'overview.read': () => overviewIn('stopped', Date.now()),
      'keptTexts.read': () => new Promise((resolve) => (answer = resolve)),
      'keptText.keep': () => ({}),
    });
    const { stores } = await preparePage(transport);
    stores.theme.getState().choose('light');
    await act(async () => answer({ texts: { theme: 'dark', tour: 'seen' } }));
    expect(stores.theme.getState().choice).toBe('light');
    expect(stores.kept.getState().texts).toEqual({ theme: 'light', tour: 'seen' });
  });
});
