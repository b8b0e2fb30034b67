import { describe, expect, it } from 'vitest';
import { revenueResult } from '../../fixtures/overview-fixtures';
import { toRevenueRows } from '../../pages/pipeline/revenue-rows';
import { revenueOption } from './revenue-by-country-segment';

const colors = {
  text: '#000000',
  secondaryText: '#444444',
  gridLine: '#dddddd',
  surface: '#ffffff',
  accent: '#0a5fb4',
  second: '#7f5000',
  fontFamily: 'sans-serif',
};
interface Drawn {
  animation: boolean;
  xAxis: { min: number };
  yAxis: { data: string[]; inverse: boolean };
  series: {
    name: string;
    stack: string;
    data: { value: number | null; itemStyle: { color: string; decal: { symbol: string } } }[];
  }[];
}
const draw = (rows: ReturnType<typeof toRevenueRows>) =>
  revenueOption(rows, 'light', colors, 'summary') as unknown as Drawn;
const rows = toRevenueRows(revenueResult(0));

describe('revenue chart', () => {
  it('has one bar per country, the highest on top', () => {
    const { yAxis } = draw(rows);
    expect(yAxis).toMatchObject({
      data: ['France', 'Germany', 'UK', 'Italy', 'Spain'],
      inverse: true,
    });
  });

  it('stacks the segments in a fixed order, each country in its own pattern', () => {
    const { series } = draw(rows);
    expect(series.map(({ name, stack }) => [name, stack])).toEqual([
      ['Individual', 'revenue'],
      ['Enterprise', 'revenue'],
      ['Education', 'revenue'],
    ]);
    const decals = series.map(({ data }) => data.map(({ itemStyle }) => itemStyle.decal.symbol));
    const cross = expect.stringMatching(/^path:/);
    expect(decals).toEqual(Array(3).fill(['none', 'rect', 'rect', 'circle', cross]));
  });

  it('keeps the hue of the country over the segments', () => {
    const { series } = draw(rows);
    expect(series[0]!.data[0]!.itemStyle.color).toBe('#0072b2');
    expect(series[0]!.data[1]!.itemStyle.color).toBe('#b45f06');
  });

  it('leaves a gap where a country has no such segment', () => {
    const without = rows.filter(
      (row) => row.countryCode !== 'FR' || row.segmentCode !== 'ENTERPRISE',
    );
    const { series, yAxis } = draw(without);
    expect(series[1]!.data[yAxis.data.indexOf('France')]!.value).toBeNull();
    expect(series[1]!.data.filter(({ value }) => value === null)).toHaveLength(1);
  });

  it('starts at 0 and never moves by itself', () => {
    expect(draw(rows)).toMatchObject({ animation: false, xAxis: { min: 0 } });
  });
});
