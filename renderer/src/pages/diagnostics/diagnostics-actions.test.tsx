import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DoctorCheckId } from '../../../../main/contract/doctor';
import { openDiagnostics, settle } from '../../fixtures/diagnostics-fixtures';

const page = (answers?: Parameters<typeof openDiagnostics>[1]) => openDiagnostics(render, answers);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.location.hash = '';
});
const row = (id: DoctorCheckId) => within(screen.getByTestId(`check-${id}`));

describe('a check of the diagnostics', () => {
  it('is muted and counts again: shown apart, and left out of the badge', async () => {
    const { asked } = await page();
    expect(screen.getByRole('link', { name: /2 failed checks/ })).toBeTruthy();
    fireEvent.click(row('topics').getByRole('button', { name: /^Mute/ }));
    await settle();
    expect(screen.getByRole('heading', { name: 'Muted, not counted' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /1 failed check$/ })).toBeTruthy();
    // On a slow machine the announcer says the same by then.
    expect(screen.getByText('1 failed, 1 muted', { selector: '.panel-note' })).toBeTruthy();
    fireEvent.click(row('topics').getByRole('button', { name: /^Unmute/ }));
    await settle();
    expect(screen.getByRole('link', { name: /2 failed checks/ })).toBeTruthy();
    expect(asked().map(({ request }) => request)).toEqual([
      { id: 'topics', muted: true },
      { id: 'topics', muted: false },
    ]);
  });

  it('is asked again by itself', async () => {
    const { asked } = await page();
    fireEvent.click(row('topics').getByRole('button', { name: /^Rerun/ }));
    await settle();
    expect(screen.getByTestId('check-topics').dataset['result']).toBe('passed');
    expect(screen.getByTestId('check-tables').dataset['result']).toBe('failed');
    expect(asked()).toEqual([{ name: 'doctor.runOne', request: { id: 'topics' } }]);
  });

  it('is mended where the product can do it, and asked again', async () => {
    const { asked } = await page();
    fireEvent.click(row('topics').getByRole('button', { name: 'Restart broker' }));
    await settle();
    expect(asked()).toEqual([
      { name: 'part.restart', request: { part: 'broker' } },
      { name: 'doctor.runOne', request: { id: 'topics' } },
    ]);
    expect(row('topics').queryByRole('button', { name: 'Restart broker' })).toBeNull();
  });

  it('opens the place of what it needs, and tells when the action fails', async () => {
    const failure = { code: 'PIPELINE_NOT_RUNNING', facts: {}, lastLogLines: [] } as const;
    const { stores } = await page({ 'part.restart': () => ({ ...failure, lastLogLines: [] }) });
    fireEvent.click(row('topics').getByRole('button', { name: 'Restart broker' }));
    await settle();
    expect(row('topics').getByText('PIPELINE_NOT_RUNNING')).toBeTruthy();
    fireEvent.click(row('tables').getByRole('button', { name: 'Reset data…' }));
    await settle();
    expect(stores.address.getState().address).toEqual({
      path: '/diagnostics',
      parameters: { reset: 'data' },
    });
  });
});
