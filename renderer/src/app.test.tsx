import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PipelineState } from '../../main/contract/pipeline';
import { createFakeTransport } from './fixtures/fake-transport';
import { overviewIn, revenueResult } from './fixtures/overview-fixtures';
import { brokerFailure, pipelineIn } from './fixtures/pipeline-fixtures';
import { preparePage, settle } from './fixtures/prepare-page';

vi.mock('./charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} />,
}));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function pageIn(state: PipelineState) {
  const transport = createFakeTransport({
    'app.read': () => ({ version: '0.1.0', pid: 1, host: 'browser', dataFolder: '/home/me/lake' }),
    'overview.read': () => overviewIn(state, Date.now()),
    'query.run': () => revenueResult(Date.now()),
    'pipeline.start': () => pipelineIn('starting', Date.now()),
    'producer.setRate': () => ({
      ...overviewIn('running', 0).producer,
      ratePerSecond: 50,
    }),
  });
  const { page, stores } = await preparePage(transport);
  const drawn = render(page);
  await settle();
  return { transport, stores, ...drawn };
}

describe('page', () => {
  it('shows each part with its answer, its health in a word, and the age of the proof', async () => {
    await pageIn('running');
    const broker = screen.getByTestId('part-broker');
    expect(broker.textContent).toContain('node 1 of cluster');
    expect(broker.textContent).toContain('Healthy');
    expect(broker.textContent).toContain('2 s ago');
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(6);
  });

  it('shows a dash, not 0, for what is not measured', async () => {
    await pageIn('stopped');
    for (const figure of ['lag', 'bronze-p95', 'input-rate', 'sent-per-second'])
      expect(screen.getByTestId(figure).textContent).toBe('—');
  });

  it('starts by one click and shows the answer at once', async () => {
    const { transport } = await pageIn('stopped');
    await act(async () => {
      fireEvent.click(screen.getByTestId('start-stop'), { detail: 1 });
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(transport.asked).toContainEqual({ name: 'pipeline.start', request: {} });
    expect(screen.getByTestId('pipeline-state').textContent).toContain('Starting 3/7');
  });

  it('a failure is shown with what to do, the last ten log lines and a copy of all', async () => {
    await pageIn('failed');
    const card = screen.getByTestId('failure');
    expect(card.textContent).toContain('KAFKA_NOT_READY');
    expect(card.querySelector('pre')?.textContent?.split('\n')).toEqual(
      brokerFailure.lastLogLines.slice(-10),
    );
    const linkOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(linkOf('Open its log')).toBe('#/logs?source=broker');
    expect(linkOf('Open diagnostics')).toBe('#/diagnostics');
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy details' })));
    expect(copied[0]).toContain(brokerFailure.lastLogLines[0]);
    vi.unstubAllGlobals();
  });

  it('a lost connection is said with the time of the last figures, and ends when found again', async () => {
    const { transport } = await pageIn('running');
    const retryAtMs = Date.now() + 4_000;
    act(() => transport.become({ kind: 'lost', retryAtMs, hasEnded: false }));
    const band = screen.getByRole('alert');
    expect(band.textContent).toMatch(
      /Connection to Deltadesk lost, last data \d\d:\d\d:\d\dNext attempt in [45] s/,
    );
    expect(screen.getByText(/^Stale/)).toBeTruthy();
    await act(async () => {
      transport.become({ kind: 'open' });
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(transport.asked.filter(({ name }) => name === 'overview.read')).toHaveLength(2);
  });

  it('sends the chosen rate once the slider rests', async () => {
    const { transport } = await pageIn('running');
    vi.useFakeTimers();
    const slider = screen.getByRole('slider');
    for (const position of ['300', '250', '200'])
      fireEvent.change(slider, { target: { value: position } });
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(transport.asked.filter(({ name }) => name === 'producer.setRate')).toEqual([
      { name: 'producer.setRate', request: { ratePerSecond: 50 } },
    ]);
  });

  it('tells a change of state to screen readers, and nothing at the start', async () => {
    const { transport, container } = await pageIn('running');
    const region = container.querySelector('.visually-hidden')!;
    expect(region.textContent).toBe('');
    vi.useFakeTimers();
    act(() => transport.push('overview.changed', overviewIn('degraded', Date.now())));
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    expect(region.textContent).toBe('Degraded');
    expect(region.getAttribute('aria-live')).toBe('polite');
  });

  it('shows the state in the title of the tab', async () => {
    await pageIn('degraded');
    expect(document.title).toBe('Degraded · Pipeline · Deltadesk');
  });

  it('opens a place by its link and by its number', async () => {
    await pageIn('running');
    const links = screen.getByRole('navigation').querySelectorAll('a');
    expect(links[0]?.getAttribute('aria-current')).toBe('page');
    expect(links[0]?.getAttribute('href')).toBe('#/pipeline');
  });

  it('is drawn anew in another language, keeps the focus, and remembers it', async () => {
    const { stores } = await pageIn('running');
    const startStop = screen.getByTestId('start-stop');
    startStop.focus();
    act(() => stores.language.getState().choose('fr'));
    expect(screen.getByTestId('pipeline-state').textContent).toContain('En marche');
    expect(document.documentElement.lang).toBe('fr');
    expect(window.localStorage.getItem('deltadesk.language')).toBe('fr');
    expect(screen.getByTestId('freshness').textContent).toMatch(/il y a|à l’instant/);
    expect(screen.getByTestId('start-stop')).toBe(startStop);
    expect(document.activeElement).toBe(startStop);
    act(() => stores.language.getState().choose('en'));
    expect(screen.getByTestId('pipeline-state').textContent).toContain('Running');
  });
});
