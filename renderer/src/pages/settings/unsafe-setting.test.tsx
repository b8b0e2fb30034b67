import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { preparePage } from '../../fixtures/prepare-page';
import { settingsReport } from '../../fixtures/settings-fixtures';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

describe('a setting that can cost a reader its files', () => {
  it('is kept with the typed word alone', async () => {
    const transport = createFakeTransport({
      'settings.read': settingsReport,
      'setting.change': settingsReport,
    });
    const { page, stores } = await preparePage(transport);
    const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
    render(page);
    act(() => stores.address.getState().open('/settings/tables'));
    await settle();
    const row = (name: string) => within(screen.getByTestId(`setting-${name}`));
    const type = (value: string) => {
      const field = row('tables.vacuumRetentionHours').getByRole<HTMLInputElement>('spinbutton');
      fireEvent.change(field, { target: { value } });
      fireEvent.keyDown(field, { key: 'Enter' });
      return within(screen.getByRole('dialog', { hidden: true }));
    };
    fireEvent.click(type('24').getByText('Keep as it is'));
    const field = row('tables.vacuumRetentionHours').getByRole<HTMLInputElement>('spinbutton');
    expect(field.value).toBe('168');
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();

    const dialog = type('24');
    const change = dialog.getByText<HTMLButtonElement>('Change');
    expect(change.disabled).toBe(true);
    fireEvent.change(dialog.getByRole('textbox', { hidden: true }), {
      target: { value: 'vacuum' },
    });
    expect(change.disabled).toBe(false);
    fireEvent.submit(change.form!);
    await settle();
    expect(transport.asked.filter(({ name }) => name === 'setting.change')).toEqual([
      {
        name: 'setting.change',
        request: { name: 'tables.vacuumRetentionHours', value: 24, confirmation: 'vacuum' },
      },
    ]);
  });
});
