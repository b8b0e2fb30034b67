import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
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
import { preparePage, settle } from '../../fixtures/prepare-page';
import { withFresh } from './use-tail';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const records = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => recordWith(first + index, shownText('{}')));

it('keeps so many records, the newest, and counts those that it drops', () => {
  const begun = { records: [], dropped: 0, behind: 0, reached: null, failure: null };
  const full = withFresh(begun, records(0, 3), 3, 0, { 0: 3 });
  expect(full).toMatchObject({ dropped: 0, reached: { 0: 3 } });
  const later = withFresh(full, records(100, 2), 3, 7, { 0: 5 });
  expect(later).toMatchObject({ dropped: 2, behind: 7 });
  expect(later.records.map(({ offset }) => offset)).toEqual([100, 101, 0]);
});

it('goes on where it was, keeps its rows while it is paused, and then misses nothing', async () => {
  window.location.hash = '/kafka/topics/ventes_stream?from=live&partition=0';
  // What the broker has: a log that grows, of which each request reads from its place on.
  let end = 12;
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'kafkaTopics.read': () => kafkaTopicsWith([end, 0]),
    'request.cancel': () => ({ cancelled: true }),
    'kafkaRecords.read': () => {
      const { from } = transport.asked.at(-1)!.request as RequestOf<'kafkaRecords.read'>;
      const start = from?.kind === 'offsets' ? from.offsets[0]! : 10;
      const read = records(start, end - start);
      return recordsAnswer(from?.kind === 'latest' ? read.reverse() : read, {
        reached: { 0: end },
        ends: { 0: end },
      });
    },
  });
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  const shown = () =>
    screen.queryAllByRole('button', { name: /^Record 0/ }).map((button) => button.textContent);
  // Never outside of act: the tail asks by a clock of its own.
  const wait = async (condition: () => void) => {
    for (const endMs = Date.now() + 8_000; ;) {
      await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
      try {
        return condition();
      } catch (different) {
        if (Date.now() > endMs) throw different;
      }
    }
  };
  await wait(() => expect(shown()).toEqual(['11', '10']));
  end = 14;
  await wait(() => expect(shown()).toEqual(['13', '12', '11', '10']));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Pause' })));
  const asked = transport.asked.filter(({ name }) => name === 'kafkaRecords.read').length;
  end = 17;
  await act(() => new Promise((resolve) => setTimeout(resolve, 700)));
  expect(transport.asked.filter(({ name }) => name === 'kafkaRecords.read')).toHaveLength(asked);
  expect(shown()).toEqual(['13', '12', '11', '10']);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /^Resume/ })));
  await wait(() => expect(shown()).toEqual(['16', '15', '14', '13', '12', '11', '10']));
}, 20_000);
