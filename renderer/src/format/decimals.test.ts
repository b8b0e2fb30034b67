import { describe, expect, it } from 'vitest';
import { sumDecimals } from './decimals';

describe('sumDecimals', () => {
  it('adds to the cent where floats would not', () => {
    expect(sumDecimals(['0.10', '0.20'])).toBe('0.30');
    expect(sumDecimals(['90071992547409.93', '0.01', '1'])).toBe('90071992547410.94');
  });

  it('is 0.00 for no rows', () => {
    expect(sumDecimals([])).toBe('0.00');
  });

  it('carries negative sums', () => {
    expect(sumDecimals(['-0.05', '0.02', '-3'])).toBe('-3.03');
  });

  it('refuses what it would have to round', () => {
    expect(() => sumDecimals(['1.005'])).toThrow(/not an amount/);
    expect(() => sumDecimals(['1e3'])).toThrow(/not an amount/);
  });
});
