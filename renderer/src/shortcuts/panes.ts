/** The panes of the window in the order of the page: bars, rail, page, and panels beside it. */
const paneSelector = '.top-bar, .rail, main, aside, .bottom-bar';
const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex="-1"])';

/** Where the focus was in each pane when it left it. */
const lastFocus = new WeakMap<Element, HTMLElement>();

/** Moves the focus to the next (1) or previous (-1) pane: to where it last was there, or its start. */
export function movePane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll(paneSelector)].filter(
    (pane) => startOf(pane) !== null,
  );
  const focused = document.activeElement;
  // A panel stands inside the page: the innermost pane is where the focus is.
  const current = panes.findLastIndex((pane) => pane.contains(focused));
  const left = panes[current];
  if (left && focused instanceof HTMLElement) lastFocus.set(left, focused);
  const start = current === -1 && step === -1 ? 0 : current;
  const next = panes[(start + step + panes.length) % panes.length];
  if (!next) return;
  const kept = lastFocus.get(next);
  const target = kept && next.contains(kept) ? kept : startOf(next);
  target?.focus();
}

function startOf(pane: Element): HTMLElement | null {
  return pane.querySelector<HTMLElement>(focusable);
}
