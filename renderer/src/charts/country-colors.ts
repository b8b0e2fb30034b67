import type { Theme } from '../state/theme-store';

/** One colour per country, fixed for the whole app and safe for colour-blind eyes (ux.md 11). */
const countryColors: Record<string, Record<Theme, string>> = {
  FR: { light: '#0072B2', dark: '#56A8DC' },
  DE: { light: '#B45F06', dark: '#E69F00' },
  IT: { light: '#007A5A', dark: '#2FBF94' },
  ES: { light: '#A03A74', dark: '#D88AB5' },
  GB: { light: '#5A5A5A', dark: '#B0B0B0' },
};

/** For a country outside the catalog: a neutral that none of the five uses. */
const otherColor: Record<Theme, string> = { light: '#6B5B95', dark: '#B3A5DB' };

/** Colour of a country by its code. */
export function countryColor(countryCode: string, theme: Theme): string {
  return (countryColors[countryCode] ?? otherColor)[theme];
}

/**
 * Shade of a segment inside its country's colour: the first is the colour itself, then darker, then
 * lighter, as far as 3:1 against the panel allows (a test holds all of them to it).
 */
export function segmentShade(color: string, segmentIndex: number, theme: Theme): string {
  const [darker, lighter] = theme === 'light' ? [0.45, lightest(color)] : [0.26, 0.42];
  if (segmentIndex % 3 === 1) return mix(color, [0, 0, 0], darker);
  if (segmentIndex % 3 === 2) return mix(color, [255, 255, 255], lighter);
  return color.toLowerCase();
}

/** The most that a colour can be lightened while it stands out from a white panel at 3:1. */
function lightest(color: string): number {
  let share = 0.4;
  while (share > 0.1 && 1.05 / (luminance(mix(color, [255, 255, 255], share)) + 0.05) < 3.02)
    share -= 0.01;
  return share;
}

/** Relative luminance by WCAG 2.2 of a colour `#rrggbb`, 0 to 1. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const value = parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(color: string, target: [number, number, number], share: number): string {
  const channel = (index: number) => parseInt(color.slice(1 + index * 2, 3 + index * 2), 16);
  return `#${target
    .map((to, index) => Math.round(channel(index) + (to - channel(index)) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

const codes: Readonly<Record<string, string>> = {
  France: 'FR',
  Allemagne: 'DE',
  Italie: 'IT',
  Espagne: 'ES',
  UK: 'GB',
};

/** The code of a country by its stored label; null for another text. */
export const countryCodeOf = (label: string): string | null => codes[label] ?? null;
