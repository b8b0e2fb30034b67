import { describe, expect, it } from 'vitest';
import { contrast } from '../fixtures/contrast';
import { tokensOf } from '../fixtures/theme-tokens';
import css from './tokens.css?raw';

const grounds = ['--background', '--surface', '--inset'];
const tones = ['neutral', 'blue', 'green', 'amber', 'red'];

describe.each(['light', 'dark'] as const)('tokens of the %s theme', (theme) => {
  const tokens = tokensOf(css, theme);
  const ratio = (front: string, ground: string) => contrast(tokens[front]!, tokens[ground]!);

  it.each(['--text', '--text-secondary'])('%s is readable on every ground', (text) => {
    for (const ground of grounds) expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tones)('the word of a %s state is readable on its tint and on the panel', (tone) => {
    expect(ratio(`--${tone}`, `--${tone}-tint`)).toBeGreaterThanOrEqual(4.5);
    expect(ratio(`--${tone}`, '--surface')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--bronze', '--silver', '--gold', '--quality'])('%s is readable on the panel', (layer) =>
    expect(ratio(layer, '--surface')).toBeGreaterThanOrEqual(4.5),
  );

  it('focus and borders of controls stand out at 3:1', () => {
    for (const ground of grounds) {
      expect(ratio('--focus', ground)).toBeGreaterThanOrEqual(3);
      expect(ratio('--border-strong', ground)).toBeGreaterThanOrEqual(3);
    }
  });

  it('the strong button is readable', () => {
    expect(ratio('--strong-text', '--strong')).toBeGreaterThanOrEqual(4.5);
  });
});

it('both themes set the same tokens', () => {
  expect(Object.keys(tokensOf(css, 'dark'))).toEqual(Object.keys(tokensOf(css, 'light')));
});
