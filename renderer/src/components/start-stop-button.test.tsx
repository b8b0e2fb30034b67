import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PipelineState } from '../../../main/contract/pipeline';
import { inStores } from '../fixtures/in-stores';
import { StartStopButton } from './start-stop-button';

afterEach(cleanup);

const byMouse = { detail: 1 };
const byEnter = { detail: 0 };

function buttonIn(state: PipelineState | null, sent: 'start' | 'stop' | null = null) {
  const onCommand = vi.fn();
  render(inStores(<StartStopButton state={state} sent={sent} onCommand={onCommand} />));
  return { button: screen.getByTestId('start-stop'), onCommand };
}
const pressShortcut = () =>
  fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true, shiftKey: true });

describe('Start/Stop button', () => {
  it.each([
    ['stopped', 'Start', 'tone-neutral', 'start'],
    ['checking', 'Cancel', 'tone-blue', 'stop'],
    ['starting', 'Cancel', 'tone-blue', 'stop'],
    ['running', 'Stop', 'tone-green', 'stop'],
    ['degraded', 'Stop', 'tone-amber', 'stop'],
    ['failed', 'Try again', 'tone-red', 'start'],
  ] as const)('%s: "%s"', (state, label, tone, command) => {
    const { button, onCommand } = buttonIn(state);
    expect(button.textContent).toBe(label);
    expect(button.className).toContain(tone);
    fireEvent.click(button, byMouse);
    expect(onCommand.mock.calls).toEqual([[command]]);
  });

  it('does nothing while stopping, and while nothing is known', () => {
    for (const state of ['stopping', null] as const) {
      const { button, onCommand } = buttonIn(state);
      fireEvent.click(button, byMouse);
      pressShortcut();
      expect(button.getAttribute('aria-disabled')).toBe('true');
      expect(onCommand).not.toHaveBeenCalled();
      cleanup();
    }
  });

  it('gives a stop only once', () => {
    const { button, onCommand } = buttonIn('running', 'stop');
    fireEvent.click(button, byMouse);
    expect(onCommand).not.toHaveBeenCalled();
  });

  it('starts by keyboard without asking', () => {
    const { onCommand } = buttonIn('stopped');
    pressShortcut();
    expect(onCommand.mock.calls).toEqual([['start']]);
  });

  it.each([
    ['the shortcut', () => pressShortcut()],
    ['Enter on the button', () => fireEvent.click(screen.getByTestId('start-stop'), byEnter)],
  ])('asks before a stop by %s', (_how, press) => {
    const { onCommand } = buttonIn('running');
    press();
    expect(onCommand).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Keep running' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(onCommand).not.toHaveBeenCalled();
    press();
    fireEvent.click(screen.getAllByRole('button', { name: 'Stop' }).at(-1)!);
    expect(onCommand.mock.calls).toEqual([['stop']]);
  });
});
