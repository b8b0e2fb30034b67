import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import type { LagHistory } from '../../../../main/contract/lag-history';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { kafkaTopicsWith, recordsAnswer } from '../../fixtures/kafka-fixtures';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';
import { settingsReport } from '../../fixtures/settings-fixtures';

vi.mock('../../charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} />,
}));
afterEach(cleanup);

const untilMs = Date.parse('2026-11-21T12:00:00Z');

async function open(address: string, samples = 2) {
  window.location.hash = address;
  const lines: LagHistory['lines'] = [
    {
      partition: null,
      records: [
        [untilMs - 5_000, 1_240],
        [untilMs, 412],
      ],
      seconds: [],
    },
    { partition: 0, records: [[untilMs, 400]], seconds: [[untilMs, 2.5]] },
    { partition: 1, records: [[untilMs, 12]], seconds: [] },
  ];
  const unknown = [{ partition: null, records: [[untilMs, null]], seconds: [] }] as typeof lines;
  const limit = settingsReport().settings[0]!;
  const settings = [{ ...limit, name: 'alerts.lagRecords', value: 1_000 }];
  const transport = createFakeTransport({
    'overview.read': () => {
      const overview = overviewIn('running', Date.now());
      return { ...overview, lag: { ...overview.lag!, trendPerSecond: -45, secondsToZero: 9 } };
    },
    'kafkaTopics.read': () => kafkaTopicsWith([500, 20]),
    'kafkaRecords.read': () => recordsAnswer([]),
    'settings.read': () => ({ ...settingsReport(), settings }),
    'lagHistory.read': (request) => ({
      topic: request.topic,
      fromMs: untilMs - (request.lastMs ?? 0),
      untilMs,
      samples: Math.abs(samples),
      lines: samples === 0 ? [] : samples < 0 ? unknown : lines,
    }),
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  const asked = () =>
    transport.asked
      .filter(({ name }) => name === 'lagHistory.read')
      .map(({ request }) => (request as RequestOf<'lagHistory.read'>).lastMs);
  return { stores, asked };
}
const panel = () => screen.getByRole('region', { name: /^Consumer lag \(/ });

it('says how far behind the query is, how fast that changes, and where an alert is raised', async () => {
  await open('/kafka/topics/ventes_stream');
  const figures = [...panel().querySelectorAll('dd')].map((figure) => figure.textContent);
  expect(figures).toEqual(['412', '0.8 s', '−45/s', '≈ 9 s']);
  const { label } = { label: within(panel()).getByRole('img').getAttribute('aria-label') };
  expect(label).toMatch(/^Consumer lag \(records\), last 1 h: 412, highest 1,240 at /);
  expect(label).toMatch(/Zero in about 9 s\. It was above the alert limit of 1,000\.$/);
  expect(panel().textContent).toContain('group tools show no lag for it');
});

it('shows the same as a table, of the time and unit that the address says', async () => {
  const { stores, asked } = await open('/kafka/topics/ventes_stream');
  fireEvent.click(screen.getByRole('button', { name: '24 h' }));
  fireEvent.click(screen.getByRole('button', { name: 'Seconds' }));
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(asked().at(-1)).toBe(86_400_000);
  expect(stores.address.getState().address.parameters).toMatchObject({
    lagRange: '24h',
    lagMeasure: 'seconds',
  });
  fireEvent.click(within(panel()).getByRole('button', { name: 'View as table' }));
  expect(within(panel()).getAllByRole('row')[1]!.textContent).toContain('2.5 s');
});

it('says that nothing was measured in this time, also while the lag was not known', async () => {
  await open('/kafka/topics/ventes_stream', 0);
  expect(screen.getByText('Nothing was measured in this time')).toBeTruthy();
  cleanup();
  await open('/kafka/topics/ventes_stream', -1);
  expect(screen.getByText('Nothing was measured in this time')).toBeTruthy();
});
