import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../main/contract/api';
import type { Failure } from '../../../main/contract/failure';
import type { PipelineState } from '../../../main/contract/pipeline';
import { dashboardQueries, dashboardResult, dashboardTitles } from '../fixtures/dashboard-fixtures';
import { createFakeTransport } from '../fixtures/fake-transport';
import { microBatches } from '../fixtures/batch-fixtures';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage } from '../fixtures/prepare-page';
import { exportPresets, recordsPage, shownTable } from '../fixtures/table-fixtures';

/*
 * What the panels of Dashboard, Data and Export say in each of their states: the pattern of ux.md
 * section 4. What they do in them is tested with those of all places.
 */
vi.mock('../charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} />,
}));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const noTable: Failure = {
  code: 'TABLE_UNKNOWN',
  facts: { table: 't', known: 'none yet' },
  lastLogLines: [],
};
const filterValues = { columns: [], rows: [['country', 'IT', 'Italie']] };

interface Given {
  readonly state: PipelineState;
  /** How old the newest rows are; null: there is no table, or `hasTables` and not that one. */
  readonly ageMs: number | null;
  readonly hasTables?: boolean;
  readonly hasRows?: boolean;
}

async function placeAt(path: string, { state, ageMs, hasTables = true, hasRows = true }: Given) {
  window.location.hash = path;
  const committedAtMs = Date.now() - (ageMs ?? 0);
  const overview = () => {
    const now = overviewIn(state, Date.now(), hasTables);
    return { ...now, tables: now.tables.map((table) => ({ ...table, committedAtMs })) };
  };
  const transport = createFakeTransport({
    'overview.read': overview,
    'pipeline.start': () => overview().pipeline,
    'queries.read': () => ({ queries: [...dashboardQueries] }),
    'batches.read': () => ({ ...microBatches(Date.now()), triggerIntervalMs: 2_000 }),
    'exports.read': exportPresets,
    'exportHistory.read': () => ({ exports: [] }),
    'keptTexts.read': () => ({ texts: {} }),
    'query.run': ({ name }: RequestOf<'query.run'>) => {
      if (name === 'filter_values') return { ...dashboardResult(committedAtMs), ...filterValues };
      if (ageMs === null) return noTable;
      const result = { ...dashboardResult(0), committedAtMs };
      return hasRows ? result : { ...result, rows: [] };
    },
    'records.readPage': () =>
      ageMs === null
        ? noTable
        : { ...recordsPage(), committedAtMs, ...(hasRows ? {} : { totalRows: 0, rows: [] }) },
  });
  const { page } = await preparePage(transport);
  render(page);
  await act(() => new Promise((resolve) => setTimeout(resolve, 40)));
  return { transport, main: within(screen.getByRole('main')) };
}

const table = `/data/${shownTable}`;
/** The panel itself stands before what it scrolls. */
const panel = (title: string) => screen.getAllByRole('region', { name: title })[0]!;
/** Places whose panels read rows, with the titles of these. */
const reading = [
  ['/dashboard', dashboardTitles],
  [table, ['silver.ventes_clean']],
] as const;
/** Every panel says it, by its title. */
const expectEach = (titles: readonly string[], said: (title: string) => RegExp | string) => {
  for (const title of titles) {
    const expected = said(title);
    const { textContent: text } = panel(title);
    expect([title, text]).toEqual([
      title,
      typeof expected === 'string'
        ? expect.stringContaining(expected)
        : expect.stringMatching(expected),
    ]);
  }
};

describe('stopped, with rows', () => {
  const given: Given = { state: 'stopped', ageMs: 61_000 };

  it.each(reading)('%s: each panel how many rows of what time stay', async (path, titles) => {
    await placeAt(path, given);
    expectEach(titles, () => /Pipeline is stopped\. Showing [\d,]+ rows? from .*\d\d:\d\d\./);
  });

  it.each(['/dashboard', table, '/export'])('%s says it once with Start', async (path) => {
    const { main, transport } = await placeAt(path, given);
    expect(main.getAllByText(/Showing 360,310 rows from/)).toHaveLength(1);
    await act(async () => fireEvent.click(main.getByRole('button', { name: 'Start' })));
    // The address is kept too, whenever it has rested.
    expect(transport.asked.map(({ name }) => name)).toContain('pipeline.start');
  });
});

describe('stopped, without a table', () => {
  it('each panel of the dashboard: what will be there, and Start', async () => {
    await placeAt('/dashboard', { state: 'stopped', ageMs: null });
    expectEach(dashboardTitles, (title) => `${title} will be here with the first micro-batch`);
    for (const title of dashboardTitles)
      expect(within(panel(title)).getByRole('button', { name: 'Start' })).toBeTruthy();
  });

  it.each([
    ['/dashboard', /^Revenue, trends and tops .* with the first micro-batch/],
    ['/data', /^Bronze, Silver and Gold tables will be here with the first micro-batch/],
    [table, /^Bronze, Silver and Gold tables will be here with the first micro-batch/],
    ['/data/sql', /^Bronze, Silver and Gold tables will be here with the first micro-batch/],
    ['/export', /^There is no row to export yet/],
  ])('%s of a new folder: what will be there, and Start', async (path, text) => {
    const { main } = await placeAt(path, { state: 'stopped', ageMs: null, hasTables: false });
    expect(main.getByText(text)).toBeTruthy();
    expect(main.getAllByRole('button', { name: 'Start' })).toHaveLength(1);
  });
});

describe('waiting', () => {
  const waiting = 'Waiting for the first micro-batch (trigger 2 s), 8 s so far';

  it('each panel of the dashboard: for what, and how long so far', async () => {
    await placeAt('/dashboard', { state: 'starting', ageMs: null });
    expectEach(dashboardTitles, () => waiting);
  });

  it.each(['/dashboard', '/data', table, '/export'])('%s of a new folder', async (path) => {
    const { main } = await placeAt(path, { state: 'starting', ageMs: null, hasTables: false });
    expect(main.getByText(waiting)).toBeTruthy();
    expect(main.queryByRole('button', { name: 'Start' })).toBeNull();
  });
});

describe('no match', () => {
  const given: Given = { state: 'running', ageMs: 1_000, hasRows: false };

  it('each panel of the dashboard: what was asked for, and Clear filter', async () => {
    await placeAt('/dashboard?country=IT&range=5m', given);
    expectEach(dashboardTitles, () => 'No rows for Italy in the last 5 min');
    const clear = dashboardTitles.map((title) =>
      within(panel(title)).getByRole('button', { name: 'Clear filter' }),
    );
    fireEvent.click(clear.at(-1)!);
    expect(window.location.hash).toBe('#/dashboard');
  });

  it('a table: its conditions in words, and Clear filter', async () => {
    const filter = encodeURIComponent('[{"column":"pays","operator":"equals","value":"Italie"}]');
    const { main } = await placeAt(`${table}?filter=${filter}`, given);
    expect(main.getByText('No rows for pays is Italie')).toBeTruthy();
    fireEvent.click(main.getByRole('button', { name: 'Clear filter' }));
    expect(window.location.hash).toBe(`#${table}`);
  });
});

describe('stale', () => {
  it.each(reading)('%s: each panel how old the rows are that stay', async (path, titles) => {
    await placeAt(path, { state: 'running', ageMs: 61_000 });
    expectEach(titles, () => 'Stale: 1 min');
  });
});
