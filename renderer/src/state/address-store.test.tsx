import { beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../api/control-center-client';
import { createFakeTransport } from '../fixtures/fake-transport';
import { createAddressStore, readAddress, writeAddress } from './address-store';
import { createKeptStore } from './kept-store';

const kept = () => createKeptStore(createClient(createFakeTransport({})));

beforeEach(() => {
  window.localStorage.clear();
  window.location.hash = '';
});

describe('addresses', () => {
  it('are a path with parameters, and come back as they were', () => {
    const parameters = { filter: 'a & b=c', table: 'é' };
    const text = writeAddress('/data/silver/x', parameters);
    expect(readAddress(text)).toEqual({ path: '/data/silver/x', parameters });
    expect(writeAddress('/kafka', { topic: null })).toBe('/kafka');
  });

  it('are restored at the next start', () => {
    createAddressStore(window, kept()).getState().open('/quality', { check: 'a' });
    window.dispatchEvent(new Event('hashchange'));
    window.location.hash = '';
    expect(createAddressStore(window, kept()).getState().address).toEqual({
      path: '/quality',
      parameters: { check: 'a' },
    });
  });

  it('are adjusted without another step back', () => {
    const store = createAddressStore(window, kept());
    store.getState().open('/dashboard', { pays: 'FR' });
    window.dispatchEvent(new Event('hashchange'));
    const steps = window.history.length;
    store.getState().adjust({ pays: 'DE', since: '1h' });
    expect(store.getState().address.parameters).toEqual({ pays: 'DE', since: '1h' });
    expect(window.location.hash).toBe('#/dashboard?pays=DE&since=1h');
    expect(window.history.length).toBe(steps);
  });
});
