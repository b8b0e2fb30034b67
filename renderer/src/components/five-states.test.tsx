import { act, cleanup, fireEvent, render, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestName } from '../../../main/contract/api';
import type { Failure } from '../../../main/contract/failure';
import type { PipelineState } from '../../../main/contract/pipeline';
import { dashboardQueries } from '../fixtures/dashboard-fixtures';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { placePanels } from '../fixtures/place-panels';
import { preparePage } from '../fixtures/prepare-page';
import { patienceMs } from './panel-notice';

vi.mock('../charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} />,
}));
beforeEach(() => window.localStorage.clear());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  window.location.hash = '';
});

/** How a request is answered: well, by a failure, or never. */
type Mode = 'answers' | 'fails' | 'hangs' | 'has no table';
const failure = (code: Failure['code']): Failure => ({
  code,
  facts: { table: 't', reason: 'damaged', known: 'none yet' },
  lastLogLines: [],
});
const answersOf = new Map(
  Object.values(placePanels)
    .flat()
    .flatMap(({ reads, answer }) => (reads && answer ? [[reads as string, answer]] : [])),
);

/** A place whose requests are all answered in the mode, which can be changed. */
async function placeIn(path: string, first: Mode, state: PipelineState = 'running') {
  window.location.hash = path;
  let mode = first;
  const answers = new Proxy({} as Record<string, () => unknown>, {
    get: (_, name: string) => () => {
      if (name === 'overview.read') return overviewIn(state, Date.now());
      // Which panels a dashboard has is known; their rows are what is tested.
      if (name === 'queries.read') return { queries: dashboardQueries };
      if (mode === 'hangs') return new Promise(() => undefined);
      if (mode === 'has no table') return failure('TABLE_UNKNOWN');
      return (mode === 'answers' && answersOf.get(name)?.()) || failure('TABLE_UNREADABLE');
    },
  });
  const transport = createFakeTransport(answers as never);
  const { page, stores } = await preparePage(transport);
  render(page);
  const settle = (ms = 30) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));
  await settle();
  const become = async (next: Mode) => {
    mode = next;
    act(() => stores.refresh.getState().refresh());
    await settle();
  };
  return { transport, become, settle };
}
const panels = () => [
  ...document.querySelectorAll<HTMLElement>('main section.panel, main section.table-view'),
];
const panelOf = (title: string) =>
  panels().find((one) => one.getAttribute('aria-label') === title)!;
/** Without what time itself changes. */
const figuresOf = (title: string) => bodyOf(title).textContent.replaceAll(/\d+ (?:min|s|h)/g, '…');
const bodyOf = (title: string) => {
  const panel = panelOf(title);
  return panel.querySelector<HTMLElement>('.panel-body, .rows-body, .table-scroll') ?? panel;
};

describe.each(Object.entries(placePanels))('the panels of %s', (path, listed) => {
  const reading = listed.filter(({ reads }) => reads !== null);

  it('are those of the list', async () => {
    await placeIn(path, 'fails');
    expect(panels().map((panel) => panel.getAttribute('aria-label'))).toEqual(
      listed.map(({ title }) => title),
    );
  });

  it('failed: the reason in a sentence, the code, and Retry, which asks again', async () => {
    const { transport, settle } = await placeIn(path, 'fails');
    for (const { title, reads } of reading) {
      const text = panelOf(title).textContent;
      expect([title, text]).toEqual([title, expect.stringContaining('Table t cannot be read')]);
      expect(text).toContain('TABLE_UNREADABLE');
      const asked = () =>
        transport.asked.filter(({ name }) => name === (reads as RequestName)).length;
      const before = asked();
      fireEvent.click(within(panelOf(title)).getAllByRole('button', { name: 'Retry' })[0]!);
      await settle();
      expect([title, asked()]).toEqual([title, before + 1]);
    }
  });

  it('waiting: room is kept, and no spinner is seen before 300 ms', async () => {
    const { settle } = await placeIn(path, 'hangs');
    const seen = () =>
      panels().flatMap((panel) =>
        panel.querySelector('.panel-notice[data-patient="false"] .icon-spins')
          ? [panel.getAttribute('aria-label')!]
          : [],
      );
    expect(seen()).toEqual([]);
    await settle(patienceMs + 50);
    const waiting = reading.filter(({ title }) => bodyOf(title).querySelector('.panel-notice'));
    expect(seen()).toEqual(waiting.map(({ title }) => title));
    expect(waiting.length).toBeGreaterThan(0);
  });

  it('stopped, before there was a table: that is no failure', async () => {
    await placeIn(path, 'has no table', 'stopped');
    for (const { title } of reading.filter(({ fromTables }) => fromTables !== false)) {
      const text = panelOf(title).textContent;
      expect([title, text]).toEqual([title, expect.not.stringContaining('TABLE_UNKNOWN')]);
    }
  });
});

const answered = Object.entries(placePanels).flatMap(([path, listed]) =>
  listed.filter(({ answer }) => answer).map(({ title }) => [path, title] as const),
);
describe('figures', () => {
  it.each(answered)(
    'of %s, %s, stay while they are asked anew, and when that fails',
    async (path, title) => {
      const { become } = await placeIn(path, 'answers');
      const figures = figuresOf(title);
      expect(bodyOf(title).querySelector('.panel-notice')).toBeNull();
      await become('hangs');
      expect(figuresOf(title)).toBe(figures);
    },
  );

  it.each(answered)('of %s, %s, stay beside a failure', async (path, title) => {
    const { become } = await placeIn(path, 'answers');
    const figures = figuresOf(title);
    await become('fails');
    expect(figuresOf(title)).toContain(figures);
  });
});
