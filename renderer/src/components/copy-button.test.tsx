import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { inStores } from '../fixtures/in-stores';
import { CopyButton } from './copy-button';
import { Dialog } from './dialog';
import { LiveRegions } from './state-announcer';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

function draw(content: ReactElement) {
  const clipboard = { writeText: async () => undefined };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  return render(
    inStores(
      <>
        {content}
        <LiveRegions />
      </>,
    ),
  ).container;
}
async function copy() {
  vi.useFakeTimers();
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  // First it is copied, then it is told.
  for (const _ of [1, 2]) await act(() => vi.advanceTimersByTimeAsync(50));
}
const polite = (within: ParentNode) => [...within.querySelectorAll('[aria-live="polite"]')];

it('says by the one voice of the window that it has copied, and not what it is called', async () => {
  const page = draw(<CopyButton text="a" label="Copy" />);
  expect(polite(page).map(({ textContent }) => textContent)).toEqual(['']);
  await copy();
  expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
  expect(polite(page).map(({ textContent }) => textContent)).toEqual(['Copied']);
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(screen.getByRole('button', { name: 'Copy' })).toBeTruthy();
  expect(polite(page).map(({ textContent }) => textContent)).toEqual(['Copied']);
});

it('is heard in a modal dialog, beyond which nothing is read', async () => {
  draw(
    <Dialog title="Facts" actions={<CopyButton text="a" label="Copy" />} onClose={() => {}}>
      <p>They stand here.</p>
    </Dialog>,
  );
  await copy();
  const heard = polite(screen.getByRole('dialog')).map(({ textContent }) => textContent);
  expect(heard).toEqual(['Copied']);
});
