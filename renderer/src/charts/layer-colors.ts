/** Colours of what writes each part of a micro-batch: the layers' own, and neutral for the rest. */
export interface LayerColors {
  readonly bronze: string;
  readonly silver: string;
  readonly gold: string;
  readonly quality: string;
  readonly neutral: string;
}

/** Reads the tokens as the present theme sets them. */
export function readLayerColors(element: Element): LayerColors {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    bronze: token('--bronze'),
    silver: token('--silver'),
    gold: token('--gold'),
    quality: token('--quality'),
    neutral: token('--border-strong'),
  };
}
