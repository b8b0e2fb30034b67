import { describe, expect, it } from 'vitest';
import { durationMs, numberBetween } from '../command-options';
import { formatDuration, formatInteger, formatMoney, formatTable } from './format';
import { subtractDecimals } from '../summarise-run';

describe('text for the terminal', () => {
  it('shows what is not known as a dash, never as 0', () => {
    expect([formatInteger(null), formatMoney(null), formatDuration(null)]).toEqual(['—', '—', '—']);
    expect([formatInteger(12480), formatMoney('15678.45')]).toEqual(['12,480', '€15,678.45']);
  });

  it('gives times the unit that fits', () => {
    expect([12.4, 850, 12_340, 250_000].map(formatDuration)).toEqual([
      '12 ms',
      '850 ms',
      '12.3 s',
      '4 min 10 s',
    ]);
  });

  it('aligns numbers to the right and text to the left', () => {
    expect(
      formatTable(
        ['table', 'rows'],
        [
          ['silver.a', '5'],
          ['b', '12,000'],
        ],
      ),
    ).toBe('table       rows\n────────  ──────\nsilver.a       5\nb         12,000');
  });

  it('reads times and numbers of the command line, and refuses others', () => {
    expect(['90s', '5m', '1h', '250ms', '2'].map(durationMs)).toEqual([
      90_000, 300_000, 3_600_000, 250, 2_000,
    ]);
    for (const text of ['', 's', '-1s', '1d', '0']) expect(() => durationMs(text)).toThrow();
    expect(numberBetween(0.5, 5000)('0.5')).toBe(0.5);
    for (const text of ['', '0.4', '5001', 'x']) {
      expect(() => numberBetween(0.5, 5000)(text)).toThrow(/from 0.5 to 5000/);
    }
    expect(() => numberBetween(1, 9, true)('1.5')).toThrow(/whole/);
  });

  it('subtracts sums of money to the cent', () => {
    expect(subtractDecimals('9007199254740993.10', '0.05')).toBe('9007199254740993.05');
    expect(subtractDecimals('5', '4.50')).toBe('0.50');
    expect(subtractDecimals('1.00', '2.25')).toBe('-1.25');
    expect(subtractDecimals('0', '0')).toBe('0');
  });
});
