import { describe, expect, it } from 'vitest';
import { english } from './english';
import { french } from './french';

type Texts = { readonly [key: string]: string | Texts };

/** Every text by its key, with its `{{names}}`. */
function texts(catalog: Texts, prefix = ''): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : texts(value, `${prefix}${key}.`),
  );
}
const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the catalogs', () => {
  it('have the same keys, and no empty text', () => {
    const [first, second] = [texts(english), texts(french)];
    expect(second.map(([key]) => key).sort()).toEqual(first.map(([key]) => key).sort());
    expect([...first, ...second].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fill in the same facts', () => {
    const other = new Map(texts(french));
    for (const [key, text] of texts(english)) {
      expect([key, names(other.get(key)!)]).toEqual([key, names(text)]);
    }
  });

  it('do not shout, and keep to plain statements', () => {
    for (const [key, text] of [...texts(english), ...texts(french)]) {
      expect([key, /!|\bwe\b|\bnous\b/i.test(text)]).toEqual([key, false]);
    }
  });

  it('call the debug bundle by one name in French', () => {
    const called = texts(french).flatMap(([, text]) => text.match(/\p{L}+ de diagnostic/giu) ?? []);
    expect(called.length).toBeGreaterThan(2);
    expect(new Set(called.map((name) => name.toLowerCase()))).toEqual(
      new Set(['archive de diagnostic']),
    );
  });
});
