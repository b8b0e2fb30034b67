import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showLanguage, t } from '../languages/language';
import { formatBytes, formatEuro, formatInteger, formatPercent } from './numbers';
import { formatRate, formatShort, formatShortEuro } from './numbers';
import { formatAge, formatClock, formatDuration, formatElapsed, formatMoment } from './time';

const narrow = '\u202f';
/** Narrow no-break spaces drawn as `_`, so that a plain one beside them is seen. */
const shown = (text: string) => text.replaceAll(narrow, '_');

beforeAll(() => showLanguage('fr'));
afterAll(() => showLanguage('en'));

describe('French figures (ux.md section 9)', () => {
  it('group by narrow no-break spaces, and keep their unit by one', () => {
    expect(shown(formatInteger(12_480))).toBe('12_480');
    expect(shown(formatEuro(15678.45))).toBe('15_678,45_€');
    expect(shown(formatPercent(0.35))).toBe('35,0_%');
    expect(shown(formatRate(1250.4))).toBe('1_250');
    expect(shown(formatShort(1_200_000))).toBe('1,2_M');
    expect(shown(formatShort(2_500_000_000))).toBe('2,5_Md');
    expect(shown(formatShortEuro(1200))).toBe('1,2_k_€');
    expect(shown(formatBytes(1_234_567))).toBe('1,2_Mo');
    expect(formatInteger(null)).toBe('—');
  });

  it('write times and spans in French', () => {
    const atMs = new Date(2025, 11, 22, 10, 35, 22).getTime();
    expect(formatMoment(atMs)).toBe('22 déc. 2025, 10:35:22');
    expect(formatClock(atMs, atMs + 40 * 3_600_000)).toBe('22 déc., 10:35');
    expect(shown(formatAge(0, 3_000))).toBe('il y a 3_s');
    expect(shown(formatElapsed(52 * 3_600_000))).toBe('2_j 4_h');
    expect([742.4, 1184].map(formatDuration).map(shown)).toEqual(['742_ms', '1,18_s']);
  });
});

describe('French texts', () => {
  it('have a narrow no-break space before double punctuation', () => {
    expect(shown(t('confirmStop.title'))).toBe('Arrêter le pipeline_?');
    expect(shown(t('panel.stale', { age: '3' }))).toBe('Périmé_: 3');
  });
});
