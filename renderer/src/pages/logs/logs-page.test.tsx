import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../../../main/contract/failure';
import type { LogsPage, LogsRequest } from '../../../../main/contract/logs';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
// Without a layout every box is 0 high and a virtual list draws nothing.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(22);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const atMs = Date.parse('2026-11-21T12:33:21.041Z');
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

/** `total` lines of the broker, the one with `number` 7 an error, of which a page is cut. */
function pageOf(request: Partial<LogsRequest>, total: number): LogsPage {
  const through = request.through ?? total - 1;
  const { offset = 0, limit = 500 } = request;
  const numbers = Array.from({ length: through + 1 }, (_, number) => number);
  const end = numbers.length - offset;
  return {
    lines: numbers.slice(Math.max(0, end - limit), end).map((number) => ({
      number,
      atMs: atMs + number,
      source: 'broker',
      level: number === 7 ? 'error' : 'info',
      text: `Step ${number}`,
    })),
    through,
    matchCount: numbers.length,
    newerCount: total - numbers.length,
    totalLines: total,
    elapsedMs: 3,
  };
}

async function open(answer: (request: LogsRequest) => LogsPage | Failure, address = '/logs') {
  window.location.hash = address;
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('stopped', Date.now()),
    'logs.read': () => answer(transport.asked.at(-1)!.request as LogsRequest) as LogsPage,
  });
  const { page, stores } = await preparePage(transport);
  const asked = () =>
    transport.asked.filter(({ name }) => name === 'logs.read').map(({ request }) => request);
  const rendered = render(page);
  await settled();
  return { ...rendered, asked, stores };
}
const rows = (container: HTMLElement) =>
  [...container.querySelectorAll('.log-text')].map((row) => row.textContent);

describe('logs page', () => {
  it('shows the lines with time, source and level in words, UTC on hover, and counts them', async () => {
    const { container } = await open((request) => pageOf(request, 9));
    expect(rows(container)).toEqual(Array.from({ length: 9 }, (_, number) => `Step ${number}`));
    const row = container.querySelector('[data-level="error"]')!;
    expect(row.textContent).toContain('BrokerErrorStep 7');
    expect(row.querySelector('time')?.title).toBe('2026-11-21 12:33:21.048 UTC');
    expect(screen.getByText('9 lines')).toBeTruthy();
    // A line that is cut is whole on hover.
    const [first] = document.querySelectorAll('.log-text');
    expect(first?.getAttribute('title')).toBe(first?.textContent);
  });

  it('asks for what the address says, and marks what the search finds', async () => {
    const address = '/logs?source=broker,query&level=warning&range=1h&text=s*p&pattern=1';
    const { container, asked } = await open((request) => pageOf(request, 1), address);
    expect(asked()[0]).toMatchObject({
      sources: ['query', 'broker'],
      leastLevel: 'warning',
      lastMs: 3_600_000,
      search: { text: 's*p', isPattern: true },
    });
    const marks = [...container.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['S', 'p']);
  });

  it('a chip and a typed search are kept in the address', async () => {
    const { stores } = await open((request) => pageOf(request, 3));
    fireEvent.click(screen.getByRole('button', { name: 'Streaming job' }));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'lost' } });
    await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(stores.address.getState().address.parameters).toEqual({
      source: 'streamingJob',
      text: 'lost',
    });
  });

  it('stays at its line when following is ended, and says how many are newer', async () => {
    let total = 9;
    const { container, asked, stores } = await open((request) => pageOf(request, total));
    fireEvent.click(screen.getByRole('button', { name: 'Follow' }));
    total = 11;
    act(() => stores.clock.setState({ nowMs: Date.now() + 1000 }));
    await settled();
    expect(asked().at(-1)).toMatchObject({ through: 8 });
    expect(rows(container)).toHaveLength(9);
    expect(screen.getByText('Paused')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '2 new lines' }));
    await settled();
    expect(rows(container).at(-1)).toBe('Step 10');
  });

  it('asks for older pages only when they are looked at, without moving a line', async () => {
    const { asked, container } = await open((request) => pageOf(request, 100_000));
    // Without a layout the list stands at its beginning: 500 pages before the newest.
    expect(asked()).toContainEqual(expect.objectContaining({ through: 99_999, offset: 99_800 }));
    expect(rows(container)[0]).toBe('Step 0');
    expect(asked().length).toBeLessThan(10);
  });

  it('says that nothing matches and clears the filter', async () => {
    const none = { lines: [], through: 8, matchCount: 0, newerCount: 0, elapsedMs: 1 };
    const { stores } = await open(() => ({ ...none, totalLines: 9 }), '/logs?text=zzz');
    expect(screen.getByText('No line matches')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Clear filter' })));
    expect(stores.address.getState().address.parameters).toEqual({});
  });

  it('says what will appear while there is no line, and why the logs could not be read', async () => {
    const none = { lines: [], through: -1, matchCount: 0, newerCount: 0, elapsedMs: 1 };
    await open(() => ({ ...none, totalLines: 0 }));
    expect(screen.getByText('No log lines yet')).toBeTruthy();
    cleanup();
    await open(() => ({ code: 'INTERNAL', facts: {}, lastLogLines: [] }));
    expect(screen.getByText('The logs could not be read')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
  });

  it('copies the newest matching lines with their time in UTC', async () => {
    const copied: string[] = [];
    const writeText = (text: string) => Promise.resolve(void copied.push(text));
    await open((request) => pageOf(request, 2));
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    fireEvent.click(screen.getByRole('button', { name: 'Copy lines' }));
    await settled();
    expect(copied[0]?.split('\n')[1]).toBe('2026-11-21T12:33:21.042Z broker info Step 1');
  });
});
