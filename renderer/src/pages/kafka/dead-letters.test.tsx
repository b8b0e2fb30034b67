import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import { createFakeTransport } from '../../fixtures/fake-transport';
import {
  kafkaTopicsWith,
  recordsAnswer,
  recordWith,
  shownText,
} from '../../fixtures/kafka-fixtures';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
// Without a layout every box is 0 high and a long table draws nothing.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

const count = {
  ...{ pack: 'sales', stage: 'rule', rule: 'SR-6', error: 'The country is not a known one.' },
  ...{ rows: 12, recentRows: 3, newestAtMs: Date.now() - 5_000, fields: ['pays'] },
};
const letter = recordWith(
  3,
  shownText(
    JSON.stringify({
      ...{ original_event: { pays: 'Nowhere', montant: 1 }, error: count.error },
      ...{ original_topic: 'ventes_stream', stage: 'rule', rule: 'SR-6' },
      ...{ original_partition: 1, original_offset: '420' },
    }),
  ),
  { headers: [{ name: 'pack', value: shownText('sales') }] },
);

async function open(address: string) {
  window.location.hash = address;
  const nowMs = Date.now();
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', nowMs),
    'kafkaTopics.read': () => kafkaTopicsWith([500, 20]),
    'kafkaRecords.read': () => recordsAnswer([letter]),
    'rejected.read': () => ({
      ...{ atMs: nowMs, tableVersion: 4, fromMs: nowMs - 60_000, untilMs: nowMs, partMs: 1_000 },
      ...{ counts: [count], history: [] },
    }),
  });
  const { page } = await preparePage(transport);
  render(page);
  await settled();
  return () =>
    transport.asked
      .filter(({ name }) => name === 'kafkaRecords.read')
      .map(({ request }) => request as RequestOf<'kafkaRecords.read'>);
}

it('counts what each rule refused, and shows the records of one alone', async () => {
  const asked = await open('/kafka/dlq');
  const panel = within(screen.getByRole('region', { name: 'Rejected records by rule' }));
  const cells = panel.getAllByRole('cell').map((cell) => cell.textContent);
  expect(cells.slice(0, 3)).toEqual(['Rule', 'SR-6', 'The country is not a known one.']);
  expect(cells.slice(4, 6)).toEqual(['3', '12']);
  expect(
    decodeURIComponent(panel.getByRole('link', { name: 'Rows' }).getAttribute('href')!),
  ).toMatch(
    /^#\/data\/quality\/rejected_records\?filter=.*"rule","operator":"equals","value":"SR-6"/,
  );
  fireEvent.click(panel.getByRole('button', { name: 'SR-6' }));
  await settled();
  expect(asked().at(-1)?.headers).toEqual([
    { name: 'stage', value: 'rule' },
    { name: 'rule', value: 'SR-6' },
  ]);
});

it('marks in the original event what the rule looked at, and leads to where it came from', async () => {
  await open('/kafka/dlq');
  fireEvent.click(screen.getByRole('button', { name: 'Record 0 / 3' }));
  await settled();
  const panel = screen.getByRole('region', { name: 'Record 0 / 3' });
  expect(panel.querySelector('mark')?.textContent).toBe('"pays": "Nowhere"');
  expect(
    within(panel)
      .getByRole('link', { name: 'Original record in ventes_stream' })
      .getAttribute('href'),
  ).toBe('#/kafka/topics/ventes_stream?offset=420&partition=1');
});

it('finds a record of a stream in the rows of Bronze', async () => {
  await open('/kafka/topics/ventes_stream');
  fireEvent.click(screen.getByRole('button', { name: 'Record 0 / 3' }));
  const link = screen.getByRole('link', { name: 'Find in Bronze' }).getAttribute('href')!;
  const filters = new URLSearchParams(link.split('?')[1]).get('filter')!;
  expect(link).toMatch(/^#\/data\/bronze\/ventes_stream\?/);
  expect(JSON.parse(filters)).toEqual([
    { column: 'kafka_topic', operator: 'equals', value: 'ventes_stream' },
    { column: 'kafka_partition', operator: 'equals', value: 0 },
    { column: 'kafka_offset', operator: 'equals', value: 3 },
  ]);
});
