import { describe, expect, it } from 'vitest';
import { contrast } from '../fixtures/contrast';
import tokens from '../styles/tokens.css?raw';
import { tokensOf } from '../fixtures/theme-tokens';
import { countryColor, segmentShade } from './country-colors';

const countries = ['FR', 'DE', 'IT', 'ES', 'GB', 'PT'];

describe.each(['light', 'dark'] as const)('bars in the %s theme', (theme) => {
  const surface = tokensOf(tokens, theme)['--surface']!;

  it.each(countries)('every shade of %s stands out from the panel at 3:1', (country) => {
    const color = countryColor(country, theme);
    const shades = [0, 1, 2].map((segment) => segmentShade(color, segment, theme));
    for (const shade of shades) expect(contrast(shade, surface)).toBeGreaterThanOrEqual(3);
    expect(new Set(shades).size).toBe(3);
  });
});

describe('country colours', () => {
  it('are the ones fixed for the whole app', () => {
    expect(countryColor('FR', 'light')).toBe('#0072B2');
    expect(countryColor('DE', 'dark')).toBe('#E69F00');
  });
});
