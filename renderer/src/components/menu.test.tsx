import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Menu, MenuItem } from './menu';

afterEach(cleanup);

function open() {
  const run = vi.fn();
  render(
    <Menu trigger={<button type="button">More</button>}>
      <MenuItem onSelect={run}>Copy</MenuItem>
      <MenuItem onSelect={run} isDisabled note="nothing is marked">
        Delete
      </MenuItem>
    </Menu>,
  );
  const trigger = screen.getByRole('button', { name: 'More' });
  fireEvent.keyDown(trigger, { key: 'Enter' });
  return { run, trigger };
}

it('opens by keyboard, runs the chosen command once, and gives the focus back', async () => {
  const { run, trigger } = open();
  expect(trigger.getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(screen.getByRole('menuitem', { name: 'Copy' }));
  expect(run).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('menu')).toBeNull();
  await vi.waitFor(() => expect(document.activeElement).toBe(trigger));
});

it('a disabled command says why and does nothing', () => {
  const { run } = open();
  const item = screen.getByRole('menuitem', { name: /Delete/ });
  expect(item.textContent).toContain('nothing is marked');
  fireEvent.click(item);
  expect(run).not.toHaveBeenCalled();
});

it('inserts no style element: the content security policy refuses one', () => {
  const before = document.querySelectorAll('style').length;
  open();
  expect(document.querySelectorAll('style').length).toBe(before);
});
