import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openQuality, settle } from '../../fixtures/open-quality';
import { alertsReport } from '../../fixtures/quality-fixtures';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const pageWith = (answers?: Parameters<typeof openQuality>[1]) => openQuality(render, answers);

describe('the alerts', () => {
  it('that go on are shown with their gravity and since when', async () => {
    await pageWith({ 'alerts.read': () => alertsReport(Date.now()) });
    const text = screen.getByTestId('alert-sales-lag-1').textContent;
    expect(text).toContain('Warning');
    expect(text).toContain('1,400 records are not processed yet;');
    expect(text).toMatch(/since .*, 5 min/);
  });

  it('can be muted: listed, no longer counted below, and let go again', async () => {
    let isMuted = false;
    const cause = { pack: 'sales', rule: 'lag', subject: '' } as const;
    const { asked } = await pageWith({
      'alerts.read': () => {
        const { active } = alertsReport(Date.now());
        return {
          active: active.map((alert) => ({ ...alert, muted: isMuted })),
          recent: [],
          muted: isMuted ? [cause] : [],
        };
      },
      'alert.mute': ({ muted }) => {
        isMuted = muted;
        return { muted: [] };
      },
    });
    const mute = screen.getByRole('button', { name: 'Mute: Lag' });
    mute.focus();
    fireEvent.click(mute);
    await settle();
    // The keyboard goes on where the alert went.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Unmute: Lag' }));
    expect(asked('alert.mute').at(-1)?.request).toEqual({ ...cause, muted: true });
    const quiet = screen.getByRole('heading', { name: 'Muted, not counted' }).parentElement!;
    expect(within(quiet).getByTestId('alert-sales-lag-1')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Unmute: Lag' }));
    await settle();
    expect(screen.queryByText('Muted, not counted')).toBeNull();
    expect(isMuted).toBe(false);
  });

  it('that are muted can be let go again when none of them goes on', async () => {
    let isMuted = true;
    const cause = { pack: 'sales', rule: 'diskLow', subject: '' } as const;
    const { asked } = await pageWith({
      'alerts.read': () => ({ active: [], recent: [], muted: isMuted ? [cause] : [] }),
      'alert.mute': ({ muted }) => {
        isMuted = muted;
        return { muted: [] };
      },
    });
    expect(screen.getByTestId('muted-sales-diskLow-').textContent).toContain('Not raised');
    const unmute = screen.getByRole('button', { name: 'Unmute: Little room on the disk' });
    unmute.focus();
    fireEvent.click(unmute);
    await settle();
    expect(asked('alert.mute').at(-1)?.request).toEqual({ ...cause, muted: false });
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Alerts' }));
  });

  it('are read again when one was raised or cleared', async () => {
    const { transport, asked } = await pageWith();
    expect(screen.getByText('No alert is raised')).toBeTruthy();
    const before = asked('alerts.read').length;
    act(() => transport.push('alert.changed', alertsReport(Date.now()).active[0]!));
    await settle();
    // The bar below asks too.
    expect(asked('alerts.read').length).toBeGreaterThan(before);
  });
});
