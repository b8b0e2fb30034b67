import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { LogsPage } from '../../../../main/contract/logs';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { inStores } from '../../fixtures/in-stores';
import { readLogFilter, requestOf } from './log-filter';
import { SaveLines } from './save-lines';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('saves all matching lines as one text file, the oldest first, as of one moment', async () => {
  const total = 4_500;
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:x';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  const transport = createFakeTransport({
    'logs.read': ({ offset = 0, limit = 500 }): LogsPage => ({
      lines: Array.from({ length: Math.min(limit, total - offset) }, (_, index) => ({
        number: total - offset - Math.min(limit, total - offset) + index,
        atMs: 0,
        source: 'app',
        level: 'info',
        text: `line ${total - offset - Math.min(limit, total - offset) + index}`,
      })),
      ...{ through: total - 1, matchCount: total, newerCount: 0, totalLines: total, elapsedMs: 1 },
    }),
  });
  render(inStores(<SaveLines filter={requestOf(readLogFilter({}))} through={null} />, transport));
  fireEvent.click(screen.getByRole('button'));
  await act(() => vi.waitFor(() => expect(saved).toHaveLength(1)));
  const lines = (await saved[0]!.text()).trimEnd().split('\n');
  expect(lines).toHaveLength(total);
  expect(lines[0]).toBe('1970-01-01T00:00:00.000Z app info line 0');
  expect(lines.at(-1)).toContain('line 4499');
  const through = transport.asked.map(({ request }) => (request as { through: unknown }).through);
  expect(through).toEqual([null, total - 1, total - 1]);
});
