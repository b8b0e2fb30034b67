import { describe, expect, it } from 'vitest';
import { formatEuro, formatInteger, formatRate, formatShortEuro } from './numbers';

describe('numbers', () => {
  it('shows a missing figure as a dash, never as 0', () => {
    expect([formatInteger(null), formatRate(null)]).toEqual(['—', '—']);
  });

  it('groups integers and keeps cents', () => {
    expect(formatInteger(12_480)).toBe('12,480');
    expect(formatEuro(15678.45)).toBe('€15,678.45');
  });

  it('shortens amounts on an axis', () => {
    expect([0, 250, 1200, 3_000_000, 2_500_000_000].map(formatShortEuro)).toEqual([
      '€0',
      '€250',
      '€1.2 k',
      '€3 M',
      '€2.5 bn',
    ]);
  });

  it('keeps one decimal of a small rate', () => {
    expect([0.5, 499.64, 1250.4].map(formatRate)).toEqual(['0.5', '499.6', '1,250']);
  });
});
