import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import type { Failure } from '../../../../main/contract/failure';
import type { KafkaRecords, ShownBytes } from '../../../../main/contract/kafka-records';
import type { KafkaTopics } from '../../../../main/contract/kafka-topics';
import { createFakeTransport } from '../../fixtures/fake-transport';
import {
  kafkaTopicsWith as topics,
  recordsAnswer as answer,
  recordWith as record,
  shownText as text,
} from '../../fixtures/kafka-fixtures';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
/** The list draws only what is seen: without a layout everything has no height. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

async function open(
  address: string,
  read: (request: RequestOf<'kafkaRecords.read'>) => KafkaRecords | Failure,
  readTopics: () => KafkaTopics | Failure = () => topics([110, 120]),
) {
  window.location.hash = address;
  const overview = overviewIn('running', Date.now());
  const lag = { ...overview.lag!, lag: 7 };
  const pace = { lagSeconds: 0.4, trendPerSecond: -3.5, secondsToZero: 2 };
  const own = { partition: 0, logStartOffset: 10, logEndOffset: 111, queryLag: null, ...pace };
  lag.partitions = [{ ...own, currentOffset: 104, lag: 7 }];
  const transport = createFakeTransport({
    'overview.read': () => ({ ...overview, lag }),
    'kafkaTopics.read': readTopics as () => KafkaTopics,
    'kafkaRecords.read': () =>
      read(transport.asked.at(-1)!.request as RequestOf<'kafkaRecords.read'>) as KafkaRecords,
    'request.cancel': () => ({ cancelled: true }),
  });
  const { page, stores } = await preparePage(transport);
  const asked = () =>
    transport.asked.filter(({ name }) => name === 'kafkaRecords.read').map((one) => one.request);
  render(page);
  await settled();
  return { asked, stores };
}
const region = (name: string) => screen.getByRole('region', { name });
const rowsOf = (name: string) =>
  within(screen.getByRole('group', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    );

describe('kafka page', () => {
  it('shows each topic with its figures, and the rate between two answers', async () => {
    const ends = [
      [110, 120],
      [160, 120],
    ];
    const beganMs = Date.now();
    let times = 0;
    const { stores } = await open(
      '/kafka',
      () => answer([]),
      () => {
        times += 1;
        return topics(ends[Math.min(1, times - 1)]!, beganMs + times * 5_000);
      },
    );
    const row = (rate: string) => [
      'ventes_stream',
      '2',
      '1',
      times === 1 ? '210' : '260',
      '1.2 MB',
      '7 d',
      rate,
      '7',
    ];
    expect(rowsOf('Topics')[0]).toEqual(row('—'));
    expect(rowsOf('Topics')[1]![0]).toBe('dead-letter-queueDLQ');
    act(() => stores.clock.setState({ nowMs: beganMs + 6_000 }));
    await settled();
    expect(rowsOf('Topics')[0]).toEqual(row('10/s'));
  });

  it('shows where the query stands in each partition, a dash where that is not known', async () => {
    await open('/kafka/topics/ventes_stream', () => answer([]));
    expect(rowsOf('Partitions')).toEqual([
      ['0', '10', '111', '104', '7', '0.4 s', '−3.5/s', '≈ 2 s', 'node 1'],
      ['1', '10', '120', '—', '—', '—', '—', '—', 'no leader'],
    ]);
  });

  it('asks for the place of the address, and shows nulls and bytes as what they are', async () => {
    const { asked } = await open('/kafka/topics/ventes_stream?partition=1&offset=420', () =>
      answer([
        record(420, { kind: 'none' }, { key: { kind: 'none' } }),
        record(421, { kind: 'binary', base64: '/wCA', sizeBytes: 3, isCut: false }),
        record(422, text('')),
      ]),
    );
    expect(asked()[0]).toMatchObject({
      topic: 'ventes_stream',
      from: { kind: 'offset', offset: 420 },
      partitions: [1],
      filter: null,
    });
    expect(rowsOf('Records').map((row) => row.slice(3))).toEqual([
      ['null', 'null (tombstone)'],
      ['key-421', 'not UTF-8, 3 B /wCA'],
      ['key-422', 'empty'],
    ]);
  });

  it('asks once for a time that the address does not say, though the clock goes on', async () => {
    const { asked, stores } = await open('/kafka/topics/ventes_stream?from=time', () => answer([]));
    act(() => stores.clock.setState({ nowMs: Date.now() + 1000 }));
    await settled();
    expect(asked()).toEqual([
      expect.objectContaining({ from: { kind: 'timestamp', atMs: expect.any(Number) as number } }),
    ]);
  });

  it('opens a record with its headers, as JSON or as it is', async () => {
    const headers = [{ name: 'trace', value: text('abc') }];
    await open('/kafka/topics/ventes_stream', () =>
      answer([record(5, text('{"a":1}'), { headers })]),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Record 0 / 5' }));
    const panel = region('Record 0 / 5');
    expect(panel.querySelector('pre')?.textContent).toBe('{\n  "a": 1\n}');
    expect(panel.querySelector('dl')?.textContent).toContain('traceabc');
    fireEvent.click(within(panel).getByRole('button', { name: 'Text' }));
    expect(panel.querySelector('pre')?.textContent).toBe('{"a":1}');
  });

  it('asks for a record alone when the list has only its beginning', async () => {
    const cut = { ...text('be'), sizeBytes: 9, isCut: true } as ShownBytes;
    const { asked } = await open('/kafka/topics/ventes_stream', ({ limit }) =>
      answer([record(5, limit === 1 ? text('beginning') : cut)]),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Record 0 / 5' }));
    await settled();
    expect(asked().at(-1)).toMatchObject({ from: { kind: 'offset', offset: 5 }, partitions: [0] });
    expect(region('Record 0 / 5').querySelector('pre')?.textContent).toBe('beginning');
  });

  it('goes on where the last answer stopped', async () => {
    const { asked } = await open('/kafka/topics/ventes_stream?from=earliest', ({ from }) =>
      from?.kind === 'offsets'
        ? answer([record(2, text('b'))])
        : answer([record(1, text('a'))], { stoppedBy: 'limit', next: { 0: 2 } }),
    );
    expect(
      screen.getByText('1 record shown, there are more', { selector: '.panel-note' }),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await settled();
    expect(asked().at(-1)).toMatchObject({ from: { kind: 'offsets', offsets: { 0: 2 } } });
    expect(rowsOf('Records').map((row) => row.at(-1))).toEqual(['a', 'b']);
  });

  it('tells of rejected records why, by their headers', async () => {
    const headers = [
      { name: 'pack', value: text('sales') },
      { name: 'stage', value: text('rule') },
      { name: 'rule', value: text('client_known') },
    ];
    const { asked } = await open('/kafka/dlq', () => answer([record(1, text('{}'), { headers })]));
    expect(asked()[0]).toMatchObject({ topic: 'dead-letter-queue' });
    expect(rowsOf('Records')[0]![3]).toBe('Rule · client_known');
  });

  it('says that nothing matches and clears the filter; that the broker is not running', async () => {
    const { stores } = await open('/kafka/topics/ventes_stream?text=zzz', () => answer([]));
    expect(screen.getByText('500 records were looked at.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(stores.address.getState().address.parameters).toEqual({});
    cleanup();
    const failure: Failure = { code: 'PIPELINE_NOT_RUNNING', facts: {}, lastLogLines: [] };
    await open(
      '/kafka',
      () => failure,
      () => failure,
    );
    expect(screen.getByText('The broker is not running')).toBeTruthy();
  });
});
