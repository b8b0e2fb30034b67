import { describe, expect, it } from 'vitest';
import { dashboards } from './dashboards';
import type { DashboardPanel } from './dashboards';

/** Sixths of a row that a panel takes in a wide window, and in a narrow one. */
function widthsOf(panel: DashboardPanel): readonly [wide: number, narrow: number] {
  if ((panel.kind === 'table' || panel.kind === 'heat') && panel.isFull) return [6, 6];
  return [panel.kind === 'bars' && !panel.isWide ? 2 : 3, 3];
}

/** Rows that are left before they are full; the last one of a narrow window is stretched. */
function brokenRows(widths: readonly number[]): number {
  let [filled, broken] = [0, 0];
  for (const width of widths) {
    if (filled + width > 6) broken += 1;
    filled = filled + width > 6 ? width : (filled + width) % 6;
  }
  return broken;
}

describe.each(Object.entries(dashboards))('the dashboard of %s', (_, panels) => {
  const widths = panels.filter(({ kind }) => kind !== 'tiles').map(widthsOf);

  it.each([0, 1])('leaves no gap between its panels (%s)', (at) => {
    expect(brokenRows(widths.map((pair) => pair[at]!))).toBe(0);
  });
});

it('a heat table of six columns has the whole row: figures are not scrolled sideways', () => {
  const heat = dashboards['orders']!.find(({ kind }) => kind === 'heat')!;
  expect(widthsOf(heat)).toEqual([6, 6]);
});
