import { afterEach, expect, it } from 'vitest';
import { showLanguage } from '../../languages/language';
import { valueText } from './setting-text';

afterEach(() => showLanguage('en'));

it.each([
  ['MB', '768 MB', '768 Mo'],
  ['bytes', '768 bytes', '768 octets'],
  ['records', '768 records', '768 enregistrements'],
  ['ms', '768 ms', '768 ms'],
])('a value in %s has its unit as the language writes it', (unit, english, french) => {
  const kind = { type: 'number', min: 0, max: 1_000, integer: true, unit } as const;
  expect(valueText(768, kind)).toBe(english);
  showLanguage('fr');
  expect(valueText(768, kind)).toBe(french);
});
