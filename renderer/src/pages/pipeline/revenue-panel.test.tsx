import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../../../main/contract/failure';
import type { PipelineState } from '../../../../main/contract/pipeline';
import type { QueryResult } from '../../../../main/contract/query';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn, revenueResult, revenueTable } from '../../fixtures/overview-fixtures';
import { preparePage, settle } from '../../fixtures/prepare-page';

// The page of the tests draws no pictures; what the chart is told is tested with its option.
vi.mock('../../charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} />,
}));
afterEach(cleanup);

const failure = (code: Failure['code'], facts: Failure['facts'] = {}): Failure => ({
  code,
  facts,
  lastLogLines: [],
});

async function panelWith(state: PipelineState, answer: () => QueryResult | Failure) {
  const transport = createFakeTransport({
    'overview.read': () => overviewIn(state, Date.now()),
    'query.run': answer as () => QueryResult,
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  await settle();
  const panel = within(screen.getByRole('region', { name: 'Revenue by country and segment' }));
  return { panel, transport, stores };
}

describe('revenue panel', () => {
  it('shows the chart with its sum, its points, and what it was read from', async () => {
    const result = revenueResult(Date.now());
    const { panel } = await panelWith('running', () => result);
    expect(panel.getByTestId('revenue').dataset).toMatchObject({
      pointCount: '15',
      sum: '27867214.35',
    });
    expect(panel.getByRole('img').getAttribute('aria-label')).toBe(
      'Revenue €27,867,214.35, highest France €8,343,477.35',
    );
    expect(panel.getByTestId('table-version').textContent).toBe(`${revenueTable} version 1,203`);
  });

  it('stopped: keeps the last rows and says from when; without any it says what will appear', async () => {
    const committedAtMs = new Date().setHours(0, 0, 0, 0);
    const { panel } = await panelWith('stopped', () => ({ ...revenueResult(0), committedAtMs }));
    expect(panel.getByText('Pipeline is stopped. Showing 15 rows from 00:00.')).toBeTruthy();
    cleanup();
    const first = await panelWith('stopped', () => failure('TABLE_UNKNOWN'));
    expect(first.panel.getByText(/will be here with the first micro-batch/)).toBeTruthy();
    expect(first.panel.getByText(/Ctrl\+Shift\+Enter|⌘/)).toBeTruthy();
  });

  it('waiting: says for what and for how long', async () => {
    const { panel } = await panelWith('starting', () => failure('TABLE_UNKNOWN'));
    expect(panel.getByText('Waiting for the first micro-batch, 8 s so far')).toBeTruthy();
  });

  it('no match: names the version that has no row', async () => {
    const { panel } = await panelWith('running', () => ({ ...revenueResult(0), rows: [] }));
    expect(panel.getByText('No row matches in version 1,203 of the table.')).toBeTruthy();
  });

  it('failed: reason, code and Retry; the last good rows stay', async () => {
    const answers: (QueryResult | Failure)[] = [
      failure('SQL_TIMEOUT'),
      revenueResult(Date.now()),
      failure('SQL_TIMEOUT'),
    ];
    const { panel, stores } = await panelWith('running', () => answers.shift()!);
    expect(panel.getByText('SQL_TIMEOUT')).toBeTruthy();
    expect(panel.queryByTestId('revenue')).toBeNull();
    await act(async () => {
      fireEvent.click(panel.getByRole('button', { name: 'Retry' }));
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(panel.queryByText('SQL_TIMEOUT')).toBeNull();
    await act(() => stores.revenue.getState().load());
    expect(panel.getByText('SQL_TIMEOUT')).toBeTruthy();
    expect(panel.getByTestId('revenue')).toBeTruthy();
  });

  it('stale: labels old rows while the pipeline runs', async () => {
    const committedAtMs = Date.now() - 61_000;
    const { panel } = await panelWith('running', () => ({ ...revenueResult(0), committedAtMs }));
    expect(panel.getByText('Stale: 1 min')).toBeTruthy();
  });

  it('reads again when its table has a newer version, and keeps its height and rows meanwhile', async () => {
    let version = 1203;
    const { panel, transport } = await panelWith('running', () =>
      revenueResult(Date.now(), version),
    );
    version = 1204;
    await act(async () => {
      transport.push('table.committed', {
        ...overviewIn('running', 0).tables[2]!,
        tableVersion: 1204,
      });
      expect(panel.getByTestId('revenue')).toBeTruthy();
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(panel.getByTestId('table-version').dataset['version']).toBe('1204');
  });

  it('shows the same rows as a table, with the exact total, and the SQL', async () => {
    const { panel } = await panelWith('running', () => revenueResult(Date.now()));
    fireEvent.click(panel.getByRole('button', { name: 'View as table' }));
    expect(panel.getAllByRole('row')).toHaveLength(17);
    expect(panel.getByText('€27,867,214.35')).toBeTruthy();
    fireEvent.click(panel.getByRole('button', { name: 'SQL' }));
    expect(panel.getByText(/FROM silver\.ca_par_pays_segment/)).toBeTruthy();
  });
});
