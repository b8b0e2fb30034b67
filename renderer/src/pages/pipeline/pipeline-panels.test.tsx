import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failed } from '../../../../main/contract/failure';
import type { PipelineState } from '../../../../main/contract/pipeline';
import { latencyBudget, microBatches, runsReport } from '../../fixtures/batch-fixtures';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} />,
}));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve))));

async function openIn(
  state: PipelineState,
  answers: Parameters<typeof createFakeTransport>[0] = {},
) {
  const nowMs = Date.now();
  const transport = createFakeTransport({
    'overview.read': () => overviewIn(state, nowMs),
    'batches.read': () => microBatches(nowMs),
    'latency.read': latencyBudget,
    'runs.read': () => runsReport(nowMs),
    ...answers,
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  await settle();
  return { transport, stores };
}
const panel = (name: string) => screen.getByRole('region', { name });

describe('micro-batches', () => {
  it('say in a sentence what the chart shows, for each of its views', async () => {
    await openIn('running');
    const chart = () => within(panel('Micro-batches')).getByRole('img').getAttribute('aria-label');
    expect(chart()).toMatch(/^Batch 1,204 took 540 ms for 500 rows/);
    fireEvent.click(screen.getByRole('button', { name: 'Throughput' }));
    await settle();
    expect(chart()).toBe('Batch 1,204: 500 rows/s came in, 925.9 rows/s can be done.');
    fireEvent.click(screen.getByRole('button', { name: 'Latency' }));
    await settle();
    expect(chart()).toContain('within 1.18 s');
  });

  it('are a table with the same figures, and one that is chosen leads to its records', async () => {
    await openIn('running');
    const batches = panel('Micro-batches');
    fireEvent.click(within(batches).getByRole('button', { name: 'View as table' }));
    expect(within(batches).getAllByRole('row')).toHaveLength(51);
    fireEvent.click(within(batches).getByRole('button', { name: '1,200' }));
    const range = within(batches).getByRole('link', { name: 'partition 0: 300,000–300,249' });
    expect(range.getAttribute('href')).toMatch(/^#\/data\/bronze\/ventes_stream\?filter=/);
    const all = within(batches).getByRole('link', { name: 'all in SQL' });
    expect(decodeURIComponent(all.getAttribute('href')!)).toContain('BETWEEN+300000+AND+300249');
  });

  it('five states: stopped with rows, stopped without, waiting, failed', async () => {
    await openIn('stopped');
    expect(within(panel('Micro-batches')).getByRole('img')).toBeTruthy();
    cleanup();
    const none = { 'batches.read': () => microBatches(0, 0) };
    await openIn('stopped', none);
    expect(panel('Micro-batches').textContent).toContain('Every micro-batch will stand here');
    expect(panel('Micro-batches').textContent).toContain('Select Start');
    cleanup();
    await openIn('starting', none);
    expect(panel('Micro-batches').textContent).toContain(
      'Waiting for the first micro-batch (trigger 200 ms), 8 s',
    );
    cleanup();
    await openIn('running', {
      'batches.read': () => failed('INTERNAL', { reason: 'no disk' }).failure,
    });
    expect(within(panel('Micro-batches')).getByRole('button', { name: 'Retry' })).toBeTruthy();
  });

  it('old ones are marked while the pipeline runs', async () => {
    await openIn('running', { 'batches.read': () => microBatches(Date.now() - 40_000) });
    expect(panel('Micro-batches').textContent).toMatch(/Stale: (39|40|41) s ago/);
  });
});

describe('latency budget', () => {
  it('has each hop with its quantiles, and a dash for what was not measured', async () => {
    await openIn('running');
    expect(screen.getByTestId('hop-bronze').textContent).toContain('520 ms910 ms1.12 s');
    expect(screen.getByTestId('hop-screen').textContent).toContain('———');
    expect(screen.getByTestId('hop-total').textContent).toContain('1.18 s');
  });

  it('takes the last hop from what this window drew', async () => {
    const { stores } = await openIn('running');
    const nowMs = Date.now();
    act(() => stores.drawnLatency.getState().note(nowMs - 120, nowMs));
    expect(screen.getByTestId('hop-screen').textContent).toContain('120 ms');
  });

  it('traces a sale: hops in the order of time, with offset, batch and versions', async () => {
    const sentMs = Date.now() - 60_000;
    const hop = (name: 'sent' | 'broker' | 'bronze', afterMs: number, version: number | null) => ({
      hop: name,
      table: version === null ? null : 'bronze.ventes_stream',
      version,
      atMs: sentMs + afterMs,
    });
    const { transport } = await openIn('running', {
      'event.trace': ({ eventId }) => ({
        eventId,
        topic: 'ventes_stream',
        records: [
          {
            ...{ partition: 1, offset: 420, batchId: 17, outcome: 'silver', detail: null },
            hops: [hop('bronze', 812, 17), hop('sent', 0, null), hop('broker', 12, null)],
          },
        ],
      }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Trace a sale…' }));
    const dialog = screen.getByRole('dialog', { name: 'Trace this sale' });
    fireEvent.change(within(dialog).getByLabelText('Event id'), { target: { value: ' 01ARZ ' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Trace' }));
    await settle();
    expect(transport.asked).toContainEqual({ name: 'event.trace', request: { eventId: '01ARZ' } });
    const rows = within(dialog).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual([
      'Sent',
      'Broker',
      'Bronze',
    ]);
    expect(rows[2]?.textContent).toContain('version 17');
    expect(rows[2]?.textContent).toContain('+812 ms');
    expect(dialog.textContent).toContain('Partition 1, offset 420');
  });

  it('opens a trace by its address, and says when nobody knows the id', async () => {
    window.location.hash = '/pipeline?trace=nobody';
    await openIn('running', {
      'event.trace': () => failed('EVENT_UNKNOWN', { event: 'nobody' }).failure,
    });
    const dialog = screen.getByRole('dialog', { name: 'Trace this sale' });
    expect(dialog.textContent).toContain('EVENT_UNKNOWN');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await settle();
    expect(window.location.hash).toBe('#/pipeline');
  });
});

describe('run history', () => {
  it('has each run with its status, and its steps with a way to their log lines', async () => {
    await openIn('running');
    const runs = panel('Run history');
    expect(runs.textContent).toContain('ready in 18.0 s');
    expect(runs.textContent).toContain('KAFKA_NOT_READY');
    const log = within(runs).getByRole('link', { name: 'Log lines of the step Start: broker' });
    expect(log.getAttribute('href')).toMatch(/^#\/logs\?from=\d+&until=\d+$/);
    expect(within(runs).getAllByText('broker 127.0.0.1:9092')).toHaveLength(4);
    // Of the other run; the first of this one took 3 ms.
    expect(within(runs).getAllByText(/^3 ms/)[0]!.textContent).toBe('3 msusually 5 ms');
  });
});
