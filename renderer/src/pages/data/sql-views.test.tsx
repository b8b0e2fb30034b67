import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../../../main/contract/failure';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage, settle } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
vi.mock('../../editor/code-mirror', () => import('../../fixtures/plain-editor'));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const refused: Failure = {
  code: 'TABLE_UNREADABLE',
  facts: { table: 't', reason: 'damaged' },
  lastLogLines: [],
};
const named = { name: 'top', title: 'Top 10', titleFr: '', group: 'quick', order: 1 };
const ran = { sql: 'SELECT 7', ranAtMs: 1, elapsedMs: 1, rowCount: 1, failureCode: null };
const whatIsMissing = {
  'Ready-made queries': 'This pack has no queries of its own.',
  'Saved queries': 'No query is saved yet.',
  History: 'Nothing was run yet.',
};

/** The SQL box where the lists of statements are answered like this. */
async function sqlWith(lists: 'hang' | 'fail' | 'answer') {
  const answer = <T,>(value: T): never =>
    (lists === 'hang' ? new Promise(() => undefined) : lists === 'fail' ? refused : value) as never;
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'keptTexts.read': () => ({ texts: {} }),
    'queries.read': () => answer({ queries: [{ ...named, parameters: [] }] }),
    'savedQueries.read': () => answer({ queries: [] }),
    'sqlHistory.read': () => answer({ entries: [ran] }),
    'sqlHistory.clear': () => refused,
    'query.run': () => refused,
  });
  window.location.hash = '/data/sql';
  render((await preparePage(transport)).page);
  await settle();
}
const show = async (view: string) => {
  fireEvent.click(screen.getByRole('button', { name: view }));
  await settle();
};
const shown = () => within(screen.getByTestId('sql-result'));

describe.each(Object.entries(whatIsMissing))('%s', (view, nothing) => {
  it('does not say that there are none before the answer', async () => {
    await sqlWith('hang');
    await show(view);
    expect(shown().queryByText(nothing)).toBeNull();
    expect(shown().getByText('Reading…')).toBeTruthy();
  });

  it('says why it cannot be had, and asks again', async () => {
    await sqlWith('fail');
    await show(view);
    expect(shown().queryByText(nothing)).toBeNull();
    expect(shown().getByText('Table t cannot be read')).toBeTruthy();
    expect(shown().getByRole('button', { name: 'Retry' })).toBeTruthy();
  });
});

describe('what fails around a statement is shown', () => {
  it('of a ready-made query', async () => {
    await sqlWith('answer');
    fireEvent.click(screen.getByRole('button', { name: /^Top 10/ }));
    await settle();
    expect(within(screen.getByRole('alert')).getByText('Table t cannot be read')).toBeTruthy();
  });

  it('of clearing the history', async () => {
    await sqlWith('answer');
    await show('History');
    fireEvent.click(shown().getByRole('button', { name: 'Clear' }));
    await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
    expect(within(screen.getByRole('alert')).getByText('Table t cannot be read')).toBeTruthy();
    expect(shown().getByText('SELECT 7')).toBeTruthy();
  });
});
