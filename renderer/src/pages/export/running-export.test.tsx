import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeDesktop } from '../../fixtures/fake-desktop';
import { done, kept, openExport, settled } from '../../fixtures/open-export';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
beforeEach(() => {
  window.location.hash = '/export';
});
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

describe('an export that runs', () => {
  it('shows the progress and can be cancelled', async () => {
    const { asked, transport } = await openExport(render, () => new Promise(() => undefined));
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

  it('goes on while another place is looked at, with its progress and its cancel', async () => {
    const { asked, transport, stores } = await openExport(
      render,
      () => new Promise(() => undefined),
    );
    fireEvent.change(screen.getByLabelText('Folder'), { target: { value: '/x' } });
    fireEvent.click(screen.getByRole('button', { name: 'Power BI pack' }));
    await settled();
    const { requestId } = asked[0]!;
    act(() => stores.address.getState().open('/kafka'));
    await settled();
    expect(screen.queryByRole('progressbar')).toBeNull();
    const written = { rows: 5_000, bytes: 80_000 };
    act(() =>
      transport.push('request.progressed', { requestId: requestId!, percent: 40, written }),
    );
    act(() => stores.address.getState().open('/export'));
    await settled();
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('40');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(transport.asked.at(-1)).toEqual({ name: 'request.cancel', request: { requestId } });
  });

  it('looks again at an export that goes on by another door, until it has ended', async () => {
    kept.status = 'running';
    const { transport, stores } = await openExport(render, () => done);
    const asked = () => transport.asked.filter(({ name }) => name === 'exportHistory.read').length;
    const later = async (ms: number) => {
      act(() => stores.clock.setState({ nowMs: stores.clock.getState().nowMs + ms }));
      await settled();
    };
    const before = asked();
    kept.status = 'done';
    await later(2_000);
    expect(asked()).toBe(before + 1);
    expect(screen.queryByText('Running')).toBeNull();
    await later(2_000);
    await later(2_000);
    expect(asked()).toBeLessThan(before + 3);
  });

  it('says why the dialog of the system could not be had', async () => {
    const refused = { code: 'INTERNAL' as const, facts: { reason: 'no portal' }, lastLogLines: [] };
    const { desktop } = createFakeDesktop({ 'desktop.chooseFolder': () => refused });
    const { asked } = await openExport(render, () => done, desktop);
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
