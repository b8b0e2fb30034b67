import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { openQuality, settle } from '../../fixtures/open-quality';
import { qualityReport } from '../../fixtures/quality-fixtures';

vi.mock('../../charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} />,
}));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const opener = () => screen.getByRole('button', { name: /^Event ids unique: lowest score/ });

it('opens the scores of a check as a chart that says newest, lowest and threshold', async () => {
  await openQuality(render);
  fireEvent.click(opener());
  const dialog = within(screen.getByRole('dialog', { name: 'Event ids unique, last 24 h' }));
  expect(dialog.getByText('share of good rows')).toBeTruthy();
  const label = dialog.getByRole('img').getAttribute('aria-label');
  expect(label).toMatch(
    /newest 99\.99\u202f%, lowest 99\.87\u202f% at .*, threshold 100\u202f%\.$/,
  );
});

it('shows the same as a table, newest first, of which there is no picture', async () => {
  await openQuality(render);
  fireEvent.click(opener());
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'View as table' }));
  const cells = dialog.getAllByRole('cell').map((cell) => cell.textContent);
  expect(cells).toEqual(['99.99\u202f%', '99.87\u202f%', '100\u202f%']);
  expect(dialog.getByRole('button', { name: 'Copy image' })).toHaveProperty('disabled', true);
});

it('takes the scores as a file, every digit, and closes', async () => {
  const saved: Blob[] = [];
  const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:x';
  });
  await openQuality(render);
  fireEvent.click(opener());
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'Export as CSV' }));
  expect(await saved[0]?.text()).toMatch(
    /at_utc,All rows\r\n.*,1\r\n.*,0\.9987\r\n.*,0\.999999\r\n/,
  );
  fireEvent.click(dialog.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  create.mockRestore();
});

it('tells a day of one score in words, not as a lone dot', async () => {
  const report = qualityReport(Date.now());
  const [, , newest] = report.history;
  await openQuality(render, { 'quality.read': () => ({ ...report, history: [newest!] }) });
  await settle();
  // Its name holds what is seen (WCAG 2.5.3).
  const name = 'Event ids unique: one score 99.99\u202f%';
  const single = screen.getByRole('button', { name });
  expect(single.textContent).toBe('one score 99.99\u202f%');
  expect(single.querySelector('svg')).toBeNull();
});
