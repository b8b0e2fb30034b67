import { afterEach, expect, it } from 'vitest';
import { Looks } from './looks';

afterEach(() => void new Looks('en-GB'));

it('the desktop begins with the theme and language that its window kept, before the page tells', () => {
  const looks = new Looks('fr-FR', { theme: 'dark', language: 'en' });
  expect([looks.theme, looks.language]).toEqual(['dark', 'en']);
});

it('what was not kept, or follows the system, is that of the system', () => {
  const looks = new Looks('fr-FR', { theme: 'sepia', language: 'system' });
  expect([looks.theme, looks.language]).toEqual(['system', 'fr']);
  expect(new Looks('en-GB').theme).toBe('system');
});
