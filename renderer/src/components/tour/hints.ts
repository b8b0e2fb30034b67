/** The three hints of the tour, in order; each names the first of its places that is on the page. */
export const hints = [
  {
    name: 'row',
    targets: ['[data-testid="node-bronze"]', '.flow-panel'],
  },
  { name: 'lag', targets: ['[data-testid="lag"]'] },
  { name: 'dashboard', targets: ['.rail [data-place="dashboard"]'] },
] as const;

/** Where the first target is; null when none is shown. */
export function findTarget(targets: readonly string[]): DOMRect | null {
  for (const selector of targets) {
    const rect = document.querySelector(selector)?.getBoundingClientRect();
    if (rect && rect.width > 0 && rect.height > 0) return rect;
  }
  return null;
}

export interface Spot {
  readonly left: number;
  readonly top: number;
}

const gap = 12;

/**
 * Where a hint of a size stands beside its target: below it, above it, or right of it, whichever is
 * first inside the window; at the window's lower right corner without a target.
 */
export function placeHint(
  target: Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'> | null,
  hint: { readonly width: number; readonly height: number },
  page: { readonly width: number; readonly height: number },
): Spot {
  const lastLeft = Math.max(gap, page.width - hint.width - gap);
  const lastTop = Math.max(gap, page.height - hint.height - gap);
  if (target === null) return { left: lastLeft, top: lastTop };
  const left = Math.min(Math.max(gap, target.left), lastLeft);
  if (target.bottom + gap <= lastTop) return { left, top: target.bottom + gap };
  const above = target.top - gap - hint.height;
  if (above >= gap) return { left, top: above };
  const beside = target.right + gap;
  return {
    left: beside <= lastLeft ? beside : Math.max(gap, target.left - gap - hint.width),
    top: Math.min(Math.max(gap, target.top), lastTop),
  };
}
