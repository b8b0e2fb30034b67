/** Tokens of the lines of one chart, far enough apart; amber is kept for limits. */
const tokens = ['--blue', '--quality', '--green', '--bronze'];

/** Colours for several lines of the same kind, as the present theme sets them. */
export function readLineHues(element: Element): string[] {
  const style = getComputedStyle(element);
  return tokens.map((name) => style.getPropertyValue(name).trim());
}
