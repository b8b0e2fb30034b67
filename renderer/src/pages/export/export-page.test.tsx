import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { done, openExport, settled } from '../../fixtures/open-export';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
beforeEach(() => {
  window.localStorage.clear();
  window.location.hash = '/export';
});
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

describe('export', () => {
  it('writes a preset into the folder and says what came of it', async () => {
    const { asked } = await openExport(render, () => done);
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
    await openExport(render, () => done);
    const button = screen.getByRole('button', { name: 'Export Sales' });
    expect(document.activeElement).toBe(button);
    const row = button.closest('tr')!;
    expect(row.dataset['named']).toBe('true');
    expect(within(row).getByText('5,020')).toBeTruthy();
  });

  it('tells what was exported, by any door, and does it again as it was', async () => {
    const { asked } = await openExport(render, () => done);
    const history = within(screen.getAllByRole('region', { name: 'History' })[0]!);
    expect(history.getByText('Passed')).toBeTruthy();
    expect(history.getByText('/home/me/out')).toBeTruthy();
    fireEvent.click(history.getByRole('button', { name: 'Repeat sales' }));
    await settled();
    expect(asked[0]).toMatchObject({ folder: '/home/me/out', dialect: 'excel-eu' });
  });

  it('without a folder leaves the files to the browser', async () => {
    const { transport } = await openExport(render, () => done);
    fireEvent.click(screen.getByRole('button', { name: 'Power BI pack' }));
    await settled();
    const { request } = transport.asked.find(({ name }) => name === 'download.export')!;
    expect(request).toMatchObject({ subject: { kind: 'powerBi' }, formats: 'both' });
  });

  it('warns of a contract that no longer fits its table, and creates its next version', async () => {
    const { transport } = await openExport(render, () => done);
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
});
