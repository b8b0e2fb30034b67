import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage, settle } from '../fixtures/prepare-page';

/** The chunk of the editor: it cannot be fetched until a test lets it come. */
const chunk = vi.hoisted(() => ({ comes: false }));
vi.mock('../charts/chart', () => ({ Chart: () => null }));
vi.mock('./code-mirror', async () => {
  if (!chunk.comes) throw new Error('Failed to fetch dynamically imported module');
  return import('../fixtures/plain-editor');
});
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

it('an editor that cannot be loaded leaves a field, says so, and comes by another try', async () => {
  window.location.hash = '/data/sql?sql=SELECT 1';
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'keptTexts.read': () => ({ texts: {} }),
  });
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'SQL' });
  fireEvent.change(field(), { target: { value: 'SELECT 2' } });
  const alert = () => screen.queryByText('The editor could not be loaded.');
  expect(alert()).toBeTruthy();
  const again = async () => {
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Retry' })));
    await settle();
  };
  await again();
  expect(alert()).toBeTruthy();
  chunk.comes = true;
  vi.resetModules();
  await again();
  expect(alert()).toBeNull();
  expect(field().value).toBe('SELECT 2');
});
