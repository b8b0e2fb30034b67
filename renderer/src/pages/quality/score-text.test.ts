import { expect, it } from 'vitest';
import { formatScore } from './score-text';

it('a score below 1 never reads as 100 %', () => {
  expect(formatScore(1)).toBe('100\u202f%');
  expect(formatScore(0.999_999)).toBe('99.99\u202f%');
  expect(formatScore(0.9999)).toBe('99.99\u202f%');
  expect(formatScore(0.29)).toBe('29\u202f%');
  expect(formatScore(0)).toBe('0\u202f%');
});

it('a missing score is a dash, not 0', () => {
  expect(formatScore(null)).toBe('—');
});
