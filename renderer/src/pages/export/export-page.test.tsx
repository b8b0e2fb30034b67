import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import { exportRequest, type ExportDone } from '../../../../main/contract/export';
import type { DesktopClient } from '../../api/desktop-client';
import { createFakeDesktop } from '../../fixtures/fake-desktop';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
beforeEach(() => {
  window.localStorage.clear();
  window.location.hash = '/export';
});
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const done: ExportDone = {
  folder: '/home/me/out',
  files: [],
  notices: [
    {
      message: 'Two values cannot be said.',
      told: { sentence: { name: 'none of these', facts: {} } },
    },
  ],
  elapsedMs: 1_200,
};
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 10)));

async function exportPage(
  answer: () => ExportDone | Promise<ExportDone>,
  desktop: DesktopClient | null = null,
) {
  const asked: RequestOf<'export.run'>[] = [];
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'exports.read': () => ({
      presets: [
        {
          preset: 'sales',
          title: 'Sales',
          titleFr: 'Ventes',
          version: 1,
          files: [{ name: 'sales', columns: [{ name: 'a', kind: 'text' }], filters: [] }],
        },
      ],
    }),
    'exports.count': () => ({
      counts: [{ preset: 'sales', version: 1, name: 'sales', rows: 5_020 }],
    }),
    'export.run': (request) => {
      asked.push(request);
      return answer();
    },
    'exports.drift': () => ({
      drifts: [
        {
          preset: 'sales',
          version: 1,
          added: ['a'],
          removed: ['b'],
          retyped: [{ column: 'c', from: 'integer', to: 'varchar' }],
          canCreate: true,
        },
      ],
    }),
    'export.createVersion': () => ({
      ...{ preset: 'sales', version: 2, added: ['a'], removed: ['b'], retyped: [], file: '/x' },
    }),
    'exportHistory.read': () => ({
      exports: [
        {
          exportId: 'sales-1',
          preset: 'sales',
          pack: 'sales',
          folder: '/home/me/out',
          status: 'done',
          startedAtMs: 1_000,
          endedAtMs: 2_000,
          rows: 12,
          bytes: 900,
          files: ['sales_sales_v1.csv'],
          failureCode: null,
          selfCheck: 'passed',
          request: exportRequest.parse({
            subject: { kind: 'preset', preset: 'sales' },
            folder: '/home/me/out',
            dialect: 'excel-eu',
          }),
        },
      ],
    }),
    'request.cancel': () => ({ cancelled: true }),
  });
  const { page } = await preparePage(transport, desktop);
  render(page);
  await settled();
  return { asked, transport };
}

describe('export', () => {
  it('writes a preset into the folder and says what came of it', async () => {
    const { asked } = await exportPage(() => done);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Export Sales' });
    fireEvent.change(screen.getByLabelText('Folder'), { target: { value: ' /home/me/out ' } });
    fireEvent.click(button);
    await settled();
    expect(asked[0]).toMatchObject({
      subject: { kind: 'preset', preset: 'sales' },
      folder: '/home/me/out',
      createFolder: true,
      formats: 'both',
    });
    expect(screen.getByRole('heading', { name: 'Sales exported' })).toBeTruthy();
    expect(screen.getByText('Two values cannot be said.')).toBeTruthy();
  });

  it('lists each preset with its rows, and begins at the one that the address names', async () => {
    window.location.hash = '/export?preset=sales';
    await exportPage(() => done);
    const button = screen.getByRole('button', { name: 'Export Sales' });
    expect(document.activeElement).toBe(button);
    const row = button.closest('tr')!;
    expect(row.dataset['named']).toBe('true');
    expect(within(row).getByText('5,020')).toBeTruthy();
  });

  it('shows the progress and can be cancelled', async () => {
    const { asked, transport } = await exportPage(() => new Promise(() => undefined));
    fireEvent.change(screen.getByLabelText('Folder'), { target: { value: '/x' } });
    fireEvent.click(screen.getByRole('button', { name: 'Power BI pack' }));
    await settled();
    const requestId = asked[0]!.requestId!;
    act(() =>
      transport.push('request.progressed', {
        requestId,
        percent: 40,
        written: { rows: 5_000, bytes: 80_000 },
      }),
    );
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('40');
    expect(screen.getByText(/^5,000 rows, 80 kB, [\d,]+ rows\/s$/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(transport.asked.at(-1)).toEqual({ name: 'request.cancel', request: { requestId } });
  });

  it('tells what was exported, by any door, and does it again as it was', async () => {
    const { asked } = await exportPage(() => done);
    const history = within(screen.getAllByRole('region', { name: 'History' })[0]!);
    expect(history.getByText('Passed')).toBeTruthy();
    expect(history.getByText('/home/me/out')).toBeTruthy();
    fireEvent.click(history.getByRole('button', { name: 'Repeat sales' }));
    await settled();
    expect(asked[0]).toMatchObject({ folder: '/home/me/out', dialect: 'excel-eu' });
  });

  it('without a folder leaves the files to the browser', async () => {
    const { transport } = await exportPage(() => done);
    fireEvent.click(screen.getByRole('button', { name: 'Power BI pack' }));
    await settled();
    const { request } = transport.asked.find(({ name }) => name === 'download.export')!;
    expect(request).toMatchObject({ subject: { kind: 'powerBi' }, formats: 'both' });
  });

  it('warns of a contract that no longer fits its table, and creates its next version', async () => {
    const { transport } = await exportPage(() => done);
    const notice = within(screen.getByRole('region', { name: 'sales: its table has changed' }));
    expect(notice.getByText(/b is gone, c was integer and is varchar/)).toBeTruthy();
    expect(notice.getByText(/1 new column is not part of contract v1: a/)).toBeTruthy();
    fireEvent.click(notice.getByRole('button', { name: 'Create version 2' }));
    await settled();
    expect(transport.asked).toContainEqual({
      name: 'export.createVersion',
      request: { preset: 'sales' },
    });
    expect(screen.getAllByText('Version 2 of sales stands beside it now.')[0]).toBeTruthy();
  });

  it('says why the dialog of the system could not be had', async () => {
    const refused = { code: 'INTERNAL' as const, facts: { reason: 'no portal' }, lastLogLines: [] };
    const { desktop } = createFakeDesktop({ 'desktop.chooseFolder': () => refused });
    const { asked } = await exportPage(() => done, desktop);
    fireEvent.click(screen.getByRole('button', { name: 'Export Sales' }));
    await settled();
    expect(within(screen.getByTestId('failure')).getByText('INTERNAL')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    fireEvent.click(screen.getByRole('button', { name: 'Choose…' }));
    await settled();
    expect(within(screen.getByTestId('failure')).getByText('INTERNAL')).toBeTruthy();
    expect(asked).toEqual([]);
  });
});
