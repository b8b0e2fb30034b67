import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage } from '../fixtures/prepare-page';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

async function openPalette() {
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
  });
  const { page } = await preparePage(transport);
  render(page);
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  return screen.findByRole('combobox');
}

it('finds a place by a few letters and opens it', async () => {
  const input = await openPalette();
  fireEvent.change(input, { target: { value: 'qual' } });
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toContain('Quality');
  fireEvent.click(screen.getByRole('option', { name: 'Quality' }));
  expect(window.location.hash).toBe('#/quality');
  expect(screen.queryByRole('combobox')).toBeNull();
});

it('says when nothing has the name, and closes with the key that opened it', async () => {
  const input = await openPalette();
  fireEvent.change(input, { target: { value: 'zzzz' } });
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(screen.getByText('Nothing has this name.')).toBeTruthy();
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  expect(screen.queryByRole('combobox')).toBeNull();
});
