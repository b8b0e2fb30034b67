import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ResponseOf } from '../../../../main/contract/api';
import { failed } from '../../../../main/contract/failure';
import type { PipelineState } from '../../../../main/contract/pipeline';
import type { TableCompacted } from '../../../../main/contract/table-upkeep';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const table = 'gold.ventes_fenetres_5min';
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const outcome = () => screen.getByTestId('upkeep-outcome').textContent;
const compacted: TableCompacted = {
  table,
  filesBefore: 812,
  filesAfter: 3,
  bytesBefore: 12_000_000,
  bytesAfter: 9_500_000,
  tableVersion: 1_024,
  longestWaitMs: 160,
  tookMs: 1_200,
};
const files: ResponseOf<'tables.files'> = {
  ...{ table, tableVersion: 7, folder: '/lake/gold/t' },
  ...{ count: 0, sizeBytes: 0, rows: 0, files: [] },
};

async function filesTab(
  answers: Parameters<typeof createFakeTransport>[0] = {},
  state: PipelineState = 'running',
) {
  window.location.hash = '/data/gold/ventes_fenetres_5min?tab=files';
  const transport = createFakeTransport({
    'overview.read': () => overviewIn(state, Date.now()),
    'tables.files': () => files,
    'table.vacuum': ({ retentionHours, dryRun }) => ({
      table,
      files: retentionHours === 720 ? 0 : 12,
      sizeBytes: 3_400_000,
      deleted: dryRun !== true,
      retentionHours: retentionHours ?? 168,
      tableVersion: 7,
      keptFromVersion: 5,
      tookMs: 20,
    }),
    ...answers,
  });
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  const sent = (name: string) =>
    transport.asked.filter((one) => one.name === name).map(({ request }) => request);
  return { transport, sent };
}

describe('compact', () => {
  it('tells how far it is under its own id, can be cancelled, and says what came of it', async () => {
    let answer: (value: TableCompacted) => void = () => undefined;
    const { transport, sent } = await filesTab({
      'table.compact': () => new Promise<TableCompacted>((resolve) => (answer = resolve)),
      'request.cancel': () => ({ cancelled: true }),
    });
    fireEvent.click(button('Compact'));
    await settle();
    const { requestId } = sent('table.compact')[0] as { requestId: string };
    act(() => transport.push('request.progressed', { requestId, percent: 42 }));
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('42');
    expect([button('Compact').disabled, button('Vacuum…').disabled]).toEqual([true, true]);
    fireEvent.click(button('Cancel'));
    await settle();
    expect(sent('request.cancel')).toEqual([{ requestId }]);
    await act(async () => answer(compacted));
    expect(outcome()).toBe(
      '812 files became 3 (12 MB → 9.5 MB), version 1,024, in 1.20 s. No batch waited longer than 160 ms.',
    );
  });

  it('says that there was nothing to do, and why it failed', async () => {
    const answers = [{ ...compacted, filesBefore: 1, filesAfter: 1 }, null];
    await filesTab({
      'table.compact': () =>
        answers.shift() ??
        failed('UPKEEP_FAILED', { operation: 'The compaction', table, reason: 'No.' }).failure,
    });
    fireEvent.click(button('Compact'));
    await settle();
    expect(outcome()).toBe('Nothing to put together: 1 file.');
    fireEvent.click(button('Compact'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain(`compaction of ${table} was not done`);
  });

  it('of one table is not told at the next', async () => {
    await filesTab({
      'table.compact': () => compacted,
      'tables.files': ({ table: asked }) =>
        asked === table ? { ...files, count: 812 } : { ...files, table: asked, count: 1 },
    });
    fireEvent.click(button('Compact'));
    await settle();
    expect(outcome()).toMatch(/^812 files became 3/);
    expect(screen.getByText(/^812 files/, { selector: '.tab-tools *' })).toBeTruthy();
    act(() => {
      window.location.hash = '/data/gold/hourly_sales?tab=files';
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    });
    await settle();
    expect(outcome()).toBe('');
    expect(screen.queryByText(/^812 files/)).toBeNull();
    expect(screen.getByText(/^1 files?\b/, { selector: '.tab-tools *' })).toBeTruthy();
  });

  it.each(['stopped', 'starting'] as const)('needs the streaming job: %s', async (state) => {
    await filesTab({}, state);
    expect([button('Compact').disabled, button('Vacuum…').disabled]).toEqual([true, true]);
    expect(outcome()).toMatch(/need the streaming job, the only writer/);
    expect(outcome()?.includes('Select Start')).toBe(state === 'stopped');
  });
});

describe('vacuum', () => {
  const open = async () => {
    fireEvent.click(button('Vacuum…'));
    await settle();
    return within(screen.getByRole('dialog', { name: `Vacuum ${table}` }));
  };
  const run = () => button('Delete files');

  it('warns, lists what would be deleted, and deletes it when that is confirmed', async () => {
    const { sent } = await filesTab();
    const dialog = await open();
    expect(dialog.getByText(/can then no longer be read.*cannot be undone/)).toBeTruthy();
    expect(dialog.getByTestId('vacuum-outcome').textContent).toBe(
      '12 files, 3.4 MB, would be deleted. Version 5 and later stay readable.',
    );
    expect(sent('table.vacuum')).toMatchObject([{ table, retentionHours: null, dryRun: true }]);
    fireEvent.click(run());
    await settle();
    expect(sent('table.vacuum')[1]).toMatchObject({ retentionHours: 168, confirmation: null });
    expect(dialog.getByTestId('vacuum-outcome').textContent).toMatch(
      /^12 files deleted, 3\.4 MB\./,
    );
    expect(screen.queryByRole('button', { name: 'Delete files' })).toBeNull();
  });

  it('wants a word typed below 168 hours', async () => {
    const { sent } = await filesTab();
    const dialog = await open();
    fireEvent.change(dialog.getByRole('combobox'), { target: { value: '24' } });
    await waitFor(() => expect(sent('table.vacuum').at(-1)).toMatchObject({ retentionHours: 24 }));
    await settle();
    expect(dialog.getByText(/an open reader still needs/)).toBeTruthy();
    expect(run().disabled).toBe(true);
    fireEvent.change(dialog.getByLabelText('Type vacuum to confirm'), {
      target: { value: 'vacuum' },
    });
    fireEvent.click(run());
    await settle();
    const last = sent('table.vacuum').at(-1);
    expect(last).toMatchObject({ retentionHours: 24, confirmation: 'vacuum' });
  });

  it('ends its listing on the wire when it closes before the answer', async () => {
    const { sent } = await filesTab({
      'table.vacuum': () => new Promise<never>(() => undefined),
      'request.cancel': () => ({ cancelled: true }),
    });
    await open();
    const { requestId } = sent('table.vacuum')[0] as { requestId: string };
    fireEvent.click(button('Close'));
    await settle();
    expect(sent('request.cancel')).toEqual([{ requestId }]);
  });

  it('has nothing to delete where all is needed', async () => {
    await filesTab();
    const dialog = await open();
    fireEvent.change(dialog.getByRole('combobox'), { target: { value: '720' } });
    const listed = () =>
      expect(dialog.getByTestId('vacuum-outcome').textContent).toMatch(/^No file can be deleted/);
    await waitFor(listed);
    expect(run().disabled).toBe(true);
  });
});
