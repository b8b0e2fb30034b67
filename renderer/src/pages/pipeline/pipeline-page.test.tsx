import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PipelineState } from '../../../../main/contract/pipeline';
import { failed } from '../../../../main/contract/failure';
import { latencyBudget, microBatches, runsReport } from '../../fixtures/batch-fixtures';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn, revenueResult } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';
import { ledgerReport } from '../../fixtures/quality-fixtures';

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
  hasTables = true,
) {
  const nowMs = Date.now();
  const transport = createFakeTransport({
    'overview.read': () => overviewIn(state, nowMs, hasTables),
    'query.run': () => revenueResult(nowMs),
    'batches.read': () => microBatches(nowMs),
    'latency.read': latencyBudget,
    'runs.read': () => runsReport(nowMs),
    'ledger.verify': () => ledgerReport(nowMs),
    'lastErrors.read': () => ({ errors: [] }),
    ...answers,
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  await settle();
  return { transport, stores };
}

const sent = (transport: { asked: { name: string; request: unknown }[] }, name: string) =>
  transport.asked.filter((one) => one.name === name).map(({ request }) => request);

describe('the way of the data', () => {
  it('shows each station with its state in a word and what moves between them', async () => {
    await openIn('running');
    expect(screen.getByTestId('node-kafka').textContent).toBe('KafkaHealthylag 412');
    expect(screen.getByTestId('node-bronze').textContent).toContain('360.8 k rows');
    expect(screen.getByTestId('edge-bronze').getAttribute('aria-label')).toContain('498/s');
    expect(screen.getByTestId('edge-rejected').textContent).toBe('rejected 3/s');
  });

  it('leads from each station to its place, and from the lag to its chart', async () => {
    await openIn('running');
    const hrefOf = (id: string) => screen.getByTestId(id).getAttribute('href');
    expect(hrefOf('node-kafka')).toBe('#/kafka/topics/ventes_stream');
    expect(hrefOf('node-silver')).toBe('#/data/silver/ventes_clean');
    expect(hrefOf('edge-read')).toBe('#/kafka/topics/ventes_stream');
    expect(hrefOf('edge-gold')).toBe('#/pipeline?show=batches');
    expect(hrefOf('node-deadLetters')).toBe('#/kafka/dlq');
  });

  it('rests while the pipeline is stopped: no rate, every station said to be stopped', async () => {
    await openIn('stopped');
    for (const name of ['producer', 'kafka', 'spark', 'bronze', 'silver', 'gold'])
      expect(screen.getByTestId(`node-${name}`).textContent).toContain('Stopped');
    for (const name of ['sent', 'read', 'bronze', 'silver', 'gold', 'rejected'])
      expect(screen.getByTestId(`edge-${name}`).textContent).toContain('—');
  });

  it('tells a job that is started again from one that is broken', async () => {
    await openIn('degraded');
    expect(screen.getByTestId('node-spark').textContent).toContain('Restarting');
  });
});

describe('figures', () => {
  it('hold the p95 of Bronze against its line', async () => {
    await openIn('running');
    const tile = screen.getByRole('region', { name: 'Event to Bronze' });
    expect(tile.textContent).toContain('910 ms');
    expect(tile.textContent).toContain('below the line of 3.00 s');
    cleanup();
    const late = { ...latencyBudget(), bronzeLimitMs: 900 };
    await openIn('running', { 'latency.read': () => late });
    const over = screen.getByRole('region', { name: 'Event to Bronze' });
    expect(over.dataset['over']).toBe('true');
    expect(over.textContent).toContain('above the line');
  });

  it('say 0 lost, 0 doubled only where the ledger proved it', async () => {
    await openIn('running');
    expect(screen.getByTestId('ledger-lost').textContent).toBe('0');
    cleanup();
    await openIn('running', { 'ledger.verify': () => ledgerReport(Date.now(), 3) });
    expect(screen.getByTestId('ledger-lost').textContent).toBe('3');
    cleanup();
    await openIn('stopped', {
      'ledger.verify': () => failed('TABLE_UNKNOWN', { table: 'x', near: '' } as never).failure,
    });
    expect(screen.getByTestId('ledger-lost').textContent).toBe('—');
  });

  it("names the query's own lag beside ours", async () => {
    await openIn('running');
    const tile = screen.getByRole('region', { name: 'Consumer lag' });
    expect(tile.textContent).toContain('query says 398');
  });
});

describe('a part', () => {
  it('is restarted from its card, which shows how it went', async () => {
    let answer: () => void = () => undefined;
    const restarted = new Promise<void>((resolve) => (answer = resolve));
    const { transport } = await openIn('running', {
      'part.restart': async () => {
        await restarted;
        return { part: 'broker', tookMs: 4_200 };
      },
    });
    const card = screen.getByTestId('part-broker');
    fireEvent.click(within(card).getByRole('button', { name: 'Restart: Broker' }));
    expect(card.textContent).toContain('Restarting · 0 s');
    await act(async () => {
      answer();
      await restarted;
    });
    await settle();
    expect(card.textContent).toContain('Restarted in 4.20 s');
    expect(sent(transport, 'part.restart')).toEqual([{ part: 'broker' }]);
  });

  it('says why it was not restarted, until that is dismissed', async () => {
    await openIn('running', {
      'part.restart': () => failed('PIPELINE_BUSY', { operation: 'A stop' }).failure,
    });
    const card = screen.getByTestId('part-producer');
    fireEvent.click(within(card).getByRole('button', { name: 'Restart: Producer' }));
    await settle();
    expect(within(card).getByRole('alert').textContent).toContain('Not restarted');
    fireEvent.click(within(card).getByRole('button', { name: 'Dismiss' }));
    expect(within(card).queryByRole('alert')).toBeNull();
  });

  it('shows its last error with its age, and where its log lines are', async () => {
    const atMs = Date.now() - 61_000;
    await openIn('running', {
      'lastErrors.read': () => ({
        errors: [
          { component: 'streamingJob', message: 'The job ended by itself.', told: null, atMs },
        ],
      }),
    });
    const card = screen.getByTestId('part-streamingJob');
    expect(card.textContent).toContain('Last error 1 min ago: The job ended by itself.');
    const logs = within(card).getByRole('link', { name: 'Logs: Streaming job' });
    expect(logs.getAttribute('href')).toBe('#/logs?source=streamingJob');
  });

  it('the producer is held and let go', async () => {
    const producer = overviewIn('running', 0).producer;
    const { transport } = await openIn('running', {
      'producer.setPaused': () => ({ ...producer, state: 'paused' }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    await settle();
    expect(sent(transport, 'producer.setPaused')).toEqual([{ paused: true }]);
    expect(screen.getByTestId('node-producer').textContent).toContain('Paused');
    expect(screen.getByRole('button', { name: 'Resume' })).toBeTruthy();
  });
});
