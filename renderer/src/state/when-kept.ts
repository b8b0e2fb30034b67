import type { KeptStore } from './kept-store';

/** Resolves when what was kept is here or cannot be had, after `mostMs` in any case. */
export function whenKept(kept: KeptStore, mostMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (kept.getState().isLoaded) return resolve();
    const timer = setTimeout(resolve, mostMs);
    const stop = kept.subscribe(({ isLoaded }) => {
      if (!isLoaded) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}
