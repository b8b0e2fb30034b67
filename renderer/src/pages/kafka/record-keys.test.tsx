import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
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
/** The list draws only what is seen: without a layout everything has no height. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.location.hash = '';
});
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

it('Escape clears a filter before it closes the record, which gives the focus to its row', async () => {
  window.location.hash = '/kafka/topics/ventes_stream';
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'kafkaTopics.read': () => kafkaTopicsWith([110]),
    'kafkaRecords.read': () => recordsAnswer([recordWith(5, shownText('{"a":1}'))]),
    'request.cancel': () => ({ cancelled: true }),
  });
  const { page } = await preparePage(transport);
  render(page);
  await settled();
  const row = screen.getByRole('button', { name: 'Record 0 / 5' });
  fireEvent.click(row);
  const field = screen.getByRole('searchbox', { name: 'Filter key, value and headers' });
  field.focus();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.getByRole('region', { name: 'Record 0 / 5' })).toBeTruthy();
  field.blur();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.queryByRole('region', { name: 'Record 0 / 5' })).toBeNull();
  expect(document.activeElement).toBe(row);
});
