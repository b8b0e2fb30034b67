import { describe, expect, it } from 'vitest';
import { shellTexts } from '../texts/shell-texts';
import { trayMenu } from './tray-menu';
import type { TrayActions } from './tray-menu';
import { trayStatus } from './tray-status';

type Shown = Parameters<typeof trayStatus>[0];
const overviewIn = (state: string, lag: object | null = null, producer = 'stopped') =>
  ({ pipeline: { state }, lag, producer: { state: producer } }) as unknown as Shown;

describe('the tray', () => {
  it.each([
    ['stopped', 'stopped', 'start'],
    ['checking', 'starting', 'cancel'],
    ['starting', 'starting', 'cancel'],
    ['running', 'running', 'stop'],
    ['degraded', 'attention', 'stop'],
    ['stopping', 'starting', null],
    ['failed', 'attention', 'start'],
  ])('in state %s has the shape %s and offers %s', (state, shape, action) => {
    expect(trayStatus(overviewIn(state), 0)).toMatchObject({ shape, action });
  });

  it('asks for attention while an alert goes on, but not when nothing runs', () => {
    expect(trayStatus(overviewIn('running'), 1).shape).toBe('attention');
    expect(trayStatus(overviewIn('stopped'), 1).shape).toBe('stopped');
  });

  it('tells state and lag first, which cannot be chosen, and absent figures as absent', () => {
    const labels = (lag: object | null, language: 'en' | 'fr') =>
      trayMenu(
        trayStatus(overviewIn('running', lag), 0),
        shellTexts(language),
        language,
        {} as TrayActions,
      )
        .slice(0, 2)
        .map(({ label, enabled }) => [label, enabled]);
    expect(labels({ lag: 12480, lagSeconds: 1.26 }, 'en')).toEqual([
      ['Running', false],
      ['Lag: 12,480 records, 1.3 s', false],
    ]);
    expect(labels(null, 'en')[1]).toEqual(['Lag: —', false]);
    expect(labels({ lag: 5, lagSeconds: null }, 'fr')[1]![0]).toBe(
      'Retard : 5 enregistrements, — s',
    );
  });

  it('runs what is chosen', () => {
    const done: string[] = [];
    const actions: TrayActions = {
      showWindow: () => done.push('show'),
      start: () => done.push('start'),
      stop: () => done.push('stop'),
      setProducerPaused: (paused) => done.push(paused ? 'pause' : 'resume'),
      open: (address) => done.push(address),
      openDataFolder: () => done.push('data'),
      quit: () => done.push('quit'),
    };
    const choose = (producer: string) => {
      const status = trayStatus(overviewIn('running', null, producer), 0);
      const menu = trayMenu(status, shellTexts('en'), 'en', actions);
      for (const { click } of menu) (click as (() => void) | undefined)?.();
      return menu.find(({ label }) => label?.includes('producer'));
    };
    choose('running');
    expect(done).toEqual(['stop', 'show', 'pause', '/export', 'data', 'quit']);
    expect(choose('paused')).toMatchObject({ label: 'Resume producer', enabled: true });
    expect(done).toContain('resume');
    expect(choose('stopped')).toMatchObject({ label: 'Pause producer', enabled: false });
  });
});
