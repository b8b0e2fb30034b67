import { useEffect, useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';
import { useStores } from './stores';

/** A part of the page that is loaded apart: not here yet, could not be had, or here. */
export type LatePart<P> =
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loaded'; readonly Part: ComponentType<P> };

/** How a part is had by all who show it. */
export interface LatePartAccess<P> {
  /**
   * Loads it. Never rejects: what could not be had is told to everybody, and stays told until another
   * try had it.
   */
  load(): Promise<void>;
  /** The part, the same for all; asked for when it is first shown and when a connection is back. */
  usePart(): LatePart<P>;
}

/** A part that is fetched by `fetchPart` when it is first needed. */
export function latePart<P>(fetchPart: () => Promise<ComponentType<P>>): LatePartAccess<P> {
  let part: LatePart<P> = { kind: 'missing' };
  let loading: Promise<void> | null = null;
  const watchers = new Set<() => void>();
  const become = (next: LatePart<P>) => {
    part = next;
    for (const watcher of watchers) watcher();
  };
  const watch = (watcher: () => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  };
  const load = () => {
    if (part.kind === 'loaded') return Promise.resolve();
    loading ??= fetchPart()
      .then(
        (Part) => become({ kind: 'loaded', Part }),
        () => become({ kind: 'failed' }),
      )
      .finally(() => (loading = null));
    return loading;
  };
  const usePart = () => {
    const now = useSyncExternalStore(watch, () => part);
    const isOpen = useStores('connection', ({ connection }) => connection.kind === 'open');
    useEffect(() => {
      if (isOpen) void load();
    }, [isOpen]);
    return now;
  };
  return { load, usePart };
}
