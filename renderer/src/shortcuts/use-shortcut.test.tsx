import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isShortcut, runShortcut } from './shortcut-registry';
import { useShortcut } from './use-shortcut';
import type { ShortcutId } from './shortcut-table';

afterEach(cleanup);

function Taker(props: { id: ShortcutId; run: (() => boolean | void) | null }) {
  useShortcut(props.id, props.run);
  return null;
}
const exportKeys = { key: 'e', ctrlKey: true };
/** Whether the browser still gets the keys. */
const isLeft = (keys: object, target: Element | Window = window) => fireEvent.keyDown(target, keys);

describe('a shortcut', () => {
  it('runs its handler and keeps the keys from the browser, while the component stands', () => {
    const run = vi.fn();
    const { unmount } = render(<Taker id="export-view" run={run} />);
    expect(isLeft(exportKeys)).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
    unmount();
    expect(isLeft(exportKeys)).toBe(true);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('belongs to the newest handler; one that answers false leaves it to the one before', () => {
    const asked: string[] = [];
    render(
      <>
        <Taker id="find" run={() => void asked.push('window')} />
        <Taker id="find" run={() => asked.push('place') < 3} />
        <Taker id="find" run={null} />
      </>,
    );
    fireEvent.keyDown(window, { key: 'f', ctrlKey: true });
    expect(asked).toEqual(['place']);
    asked.push('later');
    fireEvent.keyDown(window, { key: 'f', ctrlKey: true });
    expect(asked).toEqual(['place', 'later', 'place', 'window']);
  });

  it('runs once while the key is held', () => {
    const run = vi.fn();
    render(<Taker id="refresh" run={run} />);
    fireEvent.keyDown(window, { key: 'r', ctrlKey: true });
    expect(isLeft({ key: 'r', ctrlKey: true, repeat: true })).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it.each([
    '<input>',
    '<textarea></textarea>',
    '<select></select>',
    '<p contenteditable="true"></p>',
  ])('of a plain key does nothing in %s', (html) => {
    const run = vi.fn();
    render(<Taker id="help" run={run} />);
    const holder = document.createElement('div');
    holder.innerHTML = html;
    document.body.append(holder);
    expect(isLeft({ key: '?', shiftKey: true }, holder.firstElementChild!)).toBe(true);
    expect(run).not.toHaveBeenCalled();
    expect(isLeft({ key: '?', shiftKey: true })).toBe(false);
    holder.remove();
  });

  it('of a plain key does nothing in a field inside a shadow tree', () => {
    const run = vi.fn();
    render(<Taker id="focus-filter" run={run} />);
    const host = document.createElement('div');
    const field = document.createElement('textarea');
    host.attachShadow({ mode: 'open' }).append(field);
    document.body.append(host);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, composed: true }));
    expect(run).not.toHaveBeenCalled();
    host.remove();
  });

  it('waits behind an open dialog, unless it is the one that closes it', () => {
    const [place, palette] = [vi.fn(), vi.fn()];
    render(
      <>
        <Taker id="logs" run={place} />
        <Taker id="palette" run={palette} />
        <dialog open />
      </>,
    );
    fireEvent.keyDown(window, { key: 'L', ctrlKey: true, shiftKey: true });
    fireEvent.keyDown(window, { key: 'k', altKey: true });
    expect(place).not.toHaveBeenCalled();
    expect(palette).toHaveBeenCalledTimes(1);
  });

  it('can be run without its keys, and asked for by the part that has the focus', () => {
    const run = vi.fn();
    expect(runShortcut('cancel')).toBe(false);
    render(<Taker id="cancel" run={run} />);
    expect(runShortcut('cancel')).toBe(true);
    const seen: boolean[] = [];
    const { container } = render(<button type="button" />);
    const listen = (event: Event) => void seen.push(isShortcut('run-sql', event as KeyboardEvent));
    container.addEventListener('keydown', listen);
    fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter', ctrlKey: true });
    fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' });
    expect(seen).toEqual([true, false]);
  });
});
