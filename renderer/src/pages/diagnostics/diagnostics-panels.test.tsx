import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ResetLevel, ResetPlan } from '../../../../main/contract/reset';
import { openDiagnostics, settle } from '../../fixtures/diagnostics-fixtures';
import { overviewIn } from '../../fixtures/overview-fixtures';

const page = (answers?: Parameters<typeof openDiagnostics>[1]) => openDiagnostics(render, answers);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.location.hash = '';
});

describe('the debug bundle', () => {
  const bundle = {
    bundleId: 'b1',
    fileName: 'deltadesk-support-20261121T100000Z.zip',
    createdAtMs: 0,
    entries: [
      { name: 'settings.json', sizeBytes: 2_048, removed: {} },
      { name: 'logs/app.log', sizeBytes: 9_000, removed: { secret: 2, homeFolder: 1 } },
    ],
  };

  it('lists its contents with what was taken out before anything can be saved', async () => {
    await page({ 'bundle.prepare': () => bundle });
    expect(screen.queryByRole('button', { name: 'Save as zip' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'List contents' }));
    await settle();
    const list = within(screen.getByRole('region', { name: 'Contents of the bundle' }));
    const rows = list.getAllByRole('row').map((one) => one.textContent);
    expect(rows[1]).toContain('settings.json');
    expect(rows[2]).toContain('2 secrets, 1 home folder');
  });

  it('is saved by the browser from an address for one use', async () => {
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      clicked.push(`${this.getAttribute('href')} ${this.download}`);
    });
    const { asked } = await page({
      'bundle.prepare': () => bundle,
      'download.offer': () => ({
        path: '/download/x',
        fileName: bundle.fileName,
        sizeBytes: null,
        expiresAtMs: 0,
      }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'List contents' }));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Save as zip' }));
    await settle();
    expect(asked().at(-1)).toEqual({
      name: 'download.offer',
      request: { kind: 'bundle', bundleId: 'b1' },
    });
    expect(clicked).toEqual([`/download/x ${bundle.fileName}`]);
    expect(screen.getByText(`Saved: ${bundle.fileName}`)).toBeTruthy();
  });
});

describe('the resets', () => {
  const planOf = (level: ResetLevel): ResetPlan => ({
    level,
    dataFolder: '/d',
    deletes: [{ what: 'checkpoints', folder: '/d/checkpoints', files: 3, sizeBytes: 2_048 }],
    tables: [],
    keeps: ['topics', 'settings'],
    confirmation: level === 'checkpoints' ? null : level,
  });
  const answers = {
    'reset.plan': ({ level }: { level: ResetLevel }) => planOf(level),
    'reset.run': () => ({ level: 'data' as const, deleted: [], tookMs: 5 }),
  };

  it('tell of each level what it deletes and keeps', async () => {
    await page(answers);
    for (const level of ['checkpoints', 'data', 'everything']) {
      const card = within(screen.getByTestId(`reset-${level}`));
      expect(card.getByText(/3 files/)).toBeTruthy();
      expect(card.getByText('topics, settings')).toBeTruthy();
    }
  });

  it('are confirmed by a typed word where data is lost', async () => {
    const { stores } = await page(answers);
    fireEvent.click(screen.getByRole('button', { name: 'Reset: Data…' }));
    await settle();
    const run = screen.getByRole<HTMLButtonElement>('button', { name: 'Reset' });
    expect(run.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Type data to confirm'), { target: { value: 'data' } });
    expect(run.disabled).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await settle();
    expect(stores.address.getState().address.parameters).toEqual({});
  });

  it('wait until the pipeline is stopped', async () => {
    await page({ ...answers, 'overview.read': () => overviewIn('running', Date.now()) });
    const open = screen.getByRole<HTMLButtonElement>('button', { name: 'Reset: Data…' });
    expect(open.disabled).toBe(true);
  });
});
