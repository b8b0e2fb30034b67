import { describe, expect, it } from 'vitest';
import { toFrenchSpaces } from './french-typography';

const shown = (text: string) => toFrenchSpaces(text).replaceAll('\u202f', '_');

describe('French spaces', () => {
  it.each([
    ['Que faire ?', 'Que faire_?'],
    ['Table « ventes » : 3 lignes ; fin', 'Table «_ventes_»_: 3 lignes_; fin'],
    ['15\u202f678,45\u00a0€', '15_678,45_€'],
    ['Plus de 12 480 lignes en 5 min', 'Plus de 12_480 lignes en 5_min'],
    ['depuis {{seconds}} s', 'depuis {{seconds}}_s'],
    ['{{percent}} % de {{size}} Mo', '{{percent}}_% de {{size}}_Mo'],
  ])('%s', (written, printed) => expect(shown(written)).toBe(printed));

  it('leave what is no figure with a unit, and addresses, as they are', () => {
    for (const text of [
      '{{service}} s’est arrêté',
      'http://127.0.0.1:9092',
      '22 déc. 2025',
      '4 mots',
    ])
      expect(shown(text)).toBe(text);
  });
});
