import { describe, expect, it } from 'vitest';
import { linesOption } from './lines';

const colors = {
  ...{ text: '#000', secondaryText: '#444', gridLine: '#ddd', surface: '#fff' },
  ...{ accent: '#00f', second: '#a50', fontFamily: 'sans-serif' },
};
const line = (kind: 'line' | 'columns') => ({
  ...{ name: 'Revenue', kind, values: [1, 2, 3] },
  format: String,
});
interface Drawn {
  animation: boolean;
  series: { data: unknown[]; lineStyle: { type?: string } }[];
}
const draw = (kind: 'line' | 'columns', openFrom: number | null) =>
  linesOption(['a', 'b', 'c'], [line(kind)], colors, 'summary', openFrom) as unknown as Drawn;

describe('lines', () => {
  it('are whole and without animation while nothing is open', () => {
    const { animation, series } = draw('line', null);
    expect(animation).toBe(false);
    expect(series.map(({ data }) => data)).toEqual([[1, 2, 3]]);
  });

  it('are dashed to what still grows', () => {
    const { series } = draw('line', 2);
    expect(series.map(({ data }) => data)).toEqual([
      [1, 2, null],
      [null, 2, 3],
    ]);
    expect(series.map(({ lineStyle }) => lineStyle.type)).toEqual([undefined, 'dashed']);
  });

  it('fade a column that still grows', () => {
    const [drawn] = draw('columns', 2).series;
    expect(drawn?.data.slice(0, 2)).toEqual([1, 2]);
    expect(drawn?.data[2]).toMatchObject({ value: 3, itemStyle: { opacity: 0.45 } });
  });
});
