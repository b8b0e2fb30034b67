import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage } from '../fixtures/prepare-page';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
afterEach(cleanup);

it('shows icons alone when a person wants it so, keeps that, and goes back', async () => {
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('stopped', Date.now()),
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  const rail = () => screen.getByRole('navigation', { name: 'Places' }).className;
  expect(rail()).toBe('rail');
  fireEvent.click(screen.getByRole('button', { name: 'Show the icons alone' }));
  expect(rail()).toContain('rail-icons');
  expect(stores.kept.getState().texts['rail']).toBe('icons');
  fireEvent.click(screen.getByRole('button', { name: 'Show the names of the places' }));
  expect(rail()).toBe('rail');
  expect(stores.kept.getState().texts['rail']).toBeUndefined();
});
