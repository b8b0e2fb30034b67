import type { Theme } from '../state/theme-store';

/** A pattern over a colour, as ECharts takes it. */
export type Decal = Readonly<Record<string, unknown>>;

const solid: Decal = { symbol: 'none' };
/** Both diagonals of a square: side by side they are two sets of lines that cross. */
const cross = 'path://M0 0L1 0L5 4L9 0L10 0L10 1L6 5L10 9L10 10L9 10L5 6L1 10L0 10L0 9L4 5L0 1Z';
/** One pattern per country, the same in both themes, beside its colour (ux.md section 11). */
const patterns: Readonly<Record<string, Decal>> = {
  FR: solid,
  DE: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  IT: {
    symbol: 'circle',
    symbolSize: 0.7,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
  },
  ES: { symbol: cross, symbolSize: 1, dashArrayX: [10, 0], dashArrayY: [10, 0] },
  GB: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5] },
};

const colors: Record<Theme, string> = {
  light: 'rgba(255, 255, 255, 0.42)',
  dark: 'rgba(0, 0, 0, 0.38)',
};

/** The pattern of a country by its code; solid for one outside the catalog. */
export const countryPattern = (code: string, theme: Theme): Decal => ({
  color: colors[theme],
  ...(patterns[code] ?? solid),
});
