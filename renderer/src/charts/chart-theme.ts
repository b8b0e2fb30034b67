/** The colours that charts take from the page's tokens. */
export interface ChartTheme {
  readonly text: string;
  readonly secondaryText: string;
  readonly gridLine: string;
  readonly surface: string;
  /** The first line or the bars, and the second. */
  readonly accent: string;
  readonly second: string;
  readonly fontFamily: string;
}

/** Reads the tokens as the present theme sets them. */
export function readChartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  // A picture is not recoloured by the system: its texts would be of the theme on the system's paper.
  const isForced = window.matchMedia?.('(forced-colors: active)').matches ?? false;
  const text = (name: string) => (isForced ? 'CanvasText' : token(name));
  return {
    text: text('--text'),
    secondaryText: text('--text-secondary'),
    gridLine: token('--border'),
    surface: isForced ? 'Canvas' : token('--surface'),
    accent: token('--blue'),
    second: token('--amber'),
    fontFamily: token('--font'),
  };
}
