import { describe, expect, it } from 'vitest';
import { takeSessionToken } from './session-token';

function pageAt(hash: string, stored: string | null = null) {
  const kept = new Map<string, string>(stored === null ? [] : [['deltadesk.token', stored]]);
  const addresses: string[] = [];
  return {
    kept,
    addresses,
    location: { hash, pathname: '/', search: '' },
    history: {
      replaceState: (_state: null, _title: string, to: string) => void addresses.push(to),
    },
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
  };
}

describe('session token', () => {
  it('moves from the address into the session and leaves the address bar', () => {
    const page = pageAt('#token=abc-123');
    expect(takeSessionToken(page)).toBe('abc-123');
    expect(page.kept.get('deltadesk.token')).toBe('abc-123');
    expect(page.addresses).toEqual(['/']);
  });

  it('is remembered when the page is loaded again without it', () => {
    expect(takeSessionToken(pageAt('', 'abc'))).toBe('abc');
  });

  it('is null when it was never given', () => {
    expect(takeSessionToken(pageAt('#/pipeline'))).toBeNull();
  });
});
