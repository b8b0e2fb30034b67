import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import type { EventLogPage, LoggedEvent } from '../../../../main/contract/event-log';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';
import { withNewest } from './use-events';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
// Without a layout every box is 0 high and a long table draws nothing.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.location.hash = '';
});

const atMs = Date.parse('2026-11-21T12:33:21.041Z');
const event = (number: number, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  ...{ number, atMs: atMs + number, kind: 'notice', component: 'broker', severity: 'info' },
  ...{ message: `Event ${number}`, details: null, told: null },
  ...more,
});
const pageOf = (events: LoggedEvent[], more: Partial<EventLogPage> = {}): EventLogPage => ({
  ...{ events, matches: events.length, total: 9 },
  ...{ kinds: ['alert', 'notice'], components: ['alerts', 'broker'] },
  ...more,
});

async function open(answer: (request: RequestOf<'eventLog.read'>) => EventLogPage, query = '') {
  window.location.hash = `/logs/events${query}`;
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'eventLog.read': answer,
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  const asked = () =>
    transport.asked
      .filter(({ name }) => name === 'eventLog.read')
      .map(({ request }) => request as RequestOf<'eventLog.read'>);
  return { stores, asked };
}

describe('the event log', () => {
  it('shows each event with its time, and opens what it is about or its log lines', async () => {
    const raised = { kind: 'alert', component: 'alerts', severity: 'warning' } as const;
    await open(() => pageOf([event(2, { ...raised, message: 'Far behind.' }), event(1)]));
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows[0]!.textContent).toMatch(/Alert.*Warning.*Far behind\./);
    expect(rows[0]!.querySelector('time')!.title).toBe('2026-11-21 12:33:21.043 UTC');
    expect(screen.getByRole('link', { name: 'Far behind.' }).getAttribute('href')).toBe(
      '#/quality',
    );
    const lines = rows[1]!.querySelector('td:last-child a')!.getAttribute('href');
    expect(lines).toBe(`#/logs?from=${atMs + 1 - 5_000}&until=${atMs + 1 + 5_000}`);
  });

  it('asks for what the address says, and keeps what is chosen in it', async () => {
    const { stores, asked } = await open(() => pageOf([event(1)]), '?kind=alert&text=be*d');
    expect(asked()[0]).toMatchObject({
      kinds: ['alert'],
      search: { text: 'be*d', isPattern: true },
    });
    fireEvent.change(screen.getByRole('combobox', { name: 'Component' }), {
      target: { value: 'broker' },
    });
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(asked().at(-1)).toMatchObject({ kinds: ['alert'], components: ['broker'] });
    expect(stores.address.getState().address.parameters).toMatchObject({ component: 'broker' });
  });

  it('reads older events behind those that are here', async () => {
    const { asked } = await open(({ before }) =>
      before ? pageOf([event(1)]) : pageOf([event(3), event(2)], { matches: 3 }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Older events' }));
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(asked().at(-1)?.before ?? 2).toBe(2);
    expect(screen.getByText('Event 1')).toBeTruthy();
  });

  it('says that none matches, and clears the filter', async () => {
    const { stores } = await open(() => pageOf([], { matches: 0 }), '?kind=alert');
    expect(screen.getByText('No event matches')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Clear filter' })));
    expect(stores.address.getState().address.parameters).toEqual({});
  });
});

describe('newer events', () => {
  const key = 'k';
  const book = { key, page: pageOf([event(2), event(1)]), events: [event(2), event(1), event(0)] };
  const numbers = (newer: EventLogPage, of = key) =>
    withNewest(book, of, newer).events.map(({ number }) => number);

  it('come before those that are here, which stay', () => {
    expect(numbers(pageOf([event(3), event(2)]))).toEqual([3, 2, 1, 0]);
  });

  it('take their place after a gap, for another filter, and when old ones were forgotten', () => {
    expect(numbers(pageOf([event(9), event(8)]))).toEqual([9, 8]);
    expect(numbers(pageOf([event(3), event(2)]), 'other')).toEqual([3, 2]);
    expect(numbers(pageOf([event(3), event(2)], { total: 5 }))).toEqual([3, 2]);
  });
});
