const storageKey = 'deltadesk.token';

/** The parts of the page that the key passes through. */
export interface TokenPage {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: { replaceState(state: null, title: string, address: string): void };
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * The key of the browser host: arrives once in the address's fragment (which never leaves the
 * browser), moves into this tab's sessionStorage, and leaves the address bar. Null when there is
 * none. Spec: ux.md section 13.
 */
export function takeSessionToken(page: TokenPage): string | null {
  const fragment = new URLSearchParams(page.location.hash.slice(1));
  const token = fragment.get('token');
  if (token === null) return page.sessionStorage.getItem(storageKey);
  page.sessionStorage.setItem(storageKey, token);
  page.history.replaceState(null, '', page.location.pathname + page.location.search);
  return token;
}
