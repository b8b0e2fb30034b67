import type { Failure } from '../../../main/contract/failure';

/**
 * Where a panel's rows stand. `last` keeps the last good value beside a failure; `empty` means that
 * the source does not exist yet. A refresh keeps `ready`: figures stay while new ones are fetched.
 */
export type AsyncView<T> =
  | { readonly kind: 'loading'; readonly sinceMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly last: T | null }
  | { readonly kind: 'empty'; readonly sinceMs: number }
  | { readonly kind: 'ready'; readonly value: T };

/** The newest good value, null when there never was one. */
export function lastGood<T>(view: AsyncView<T>): T | null {
  if (view.kind === 'ready') return view.value;
  return view.kind === 'failed' ? view.last : null;
}
