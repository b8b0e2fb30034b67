import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Chart } from './chart';

/** What the keyboard has the drawing do; there is no canvas here to draw on. */
const actions = vi.hoisted(
  () => [] as { type: string; seriesIndex?: number; dataIndex?: number }[],
);
vi.mock('echarts/core', () => ({
  use: () => undefined,
  init: () => ({
    on: () => undefined,
    resize: () => undefined,
    dispose: () => undefined,
    setOption: () => undefined,
    getZr: () => ({ flush: () => undefined }),
    dispatchAction: (action: (typeof actions)[number]) => actions.push(action),
  }),
}));
afterEach(() => {
  cleanup();
  actions.length = 0;
});

/** Three bars of three positions, stacked from the left; the second has no value at the last. */
const stacked = {
  yAxis: { type: 'category' },
  series: [{ data: [1, 2, 3] }, { data: [4, { value: 5 }, null] }, { data: [6, 7, 8] }],
};
const upright = { yAxis: { type: 'value' }, series: stacked.series };

function chartOf(option: Record<string, unknown>, opens = true) {
  const opened: [position: number, series: number][] = [];
  render(
    <Chart
      option={option}
      summary="Revenue"
      keyboardHint="hint"
      positions={3}
      {...(opens ? { onOpen: (position, series) => opened.push([position, series]) } : {})}
    />,
  );
  const chart = screen.getByRole('img', { name: 'Revenue' });
  const press = (...keys: string[]) => keys.forEach((key) => fireEvent.keyDown(chart, { key }));
  const shown = () => {
    const { seriesIndex, dataIndex } = actions.findLast(({ type }) => type === 'showTip')!;
    return [dataIndex, seriesIndex];
  };
  return { press, shown, opened };
}

it('left and right choose the series of a stacked bar, up and down the bar', () => {
  const { press, shown, opened } = chartOf(stacked);
  press('ArrowDown');
  expect(shown()).toEqual([0, 0]);
  press('ArrowRight');
  expect(shown()).toEqual([0, 1]);
  press('ArrowRight', 'ArrowRight');
  expect(shown()).toEqual([0, 0]);
  press('ArrowLeft');
  expect(shown()).toEqual([0, 2]);
  press('ArrowDown', 'Enter');
  expect(opened).toEqual([[1, 2]]);
  expect(actions.at(-1)).toEqual({ type: 'highlight', seriesIndex: 2, dataIndex: 1 });
});

it('up and down choose it where the columns stand upright', () => {
  const { press, shown } = chartOf(upright);
  press('ArrowRight', 'ArrowDown');
  expect(shown()).toEqual([0, 1]);
  press('ArrowRight');
  expect(shown()).toEqual([1, 1]);
});

it('a series without a value at the position is passed over', () => {
  const { press, shown } = chartOf(stacked);
  press('ArrowUp', 'ArrowRight');
  expect(shown()).toEqual([2, 2]);
  press('ArrowUp', 'ArrowLeft');
  expect(shown()).toEqual([1, 1]);
  press('ArrowDown');
  expect(shown()).toEqual([2, 0]);
});

it('every arrow moves along the positions where nothing opens, Escape hides the tooltip', () => {
  const { press, shown, opened } = chartOf(stacked, false);
  press('ArrowRight', 'ArrowRight', 'Enter');
  expect(shown()).toEqual([1, 0]);
  expect(opened).toEqual([]);
  press('Escape');
  expect(actions.at(-2)).toEqual({ type: 'hideTip' });
});
