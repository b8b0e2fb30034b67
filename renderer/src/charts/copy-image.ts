const widthOfText = 14;

/** The pictures of a panel's chart, from the lowest; empty while it shows none. */
export const canvasesOf = (panel: Element | null): HTMLCanvasElement[] => [
  ...(panel?.querySelectorAll('canvas') ?? []),
];

/**
 * The chart inside an element as an image on the clipboard, on the panel's own colour, its title on
 * top. False where there is no chart or the clipboard is closed.
 */
export async function copyImage(panel: Element | null, title: string): Promise<boolean> {
  const canvases = canvasesOf(panel);
  const [first] = canvases;
  if (!first || !panel) return false;
  const scale = first.width / Math.max(1, first.clientWidth);
  const head = 2.4 * widthOfText * scale;
  const image = document.createElement('canvas');
  image.width = first.width;
  image.height = first.height + head;
  const context = image.getContext('2d');
  if (!context) return false;
  const style = getComputedStyle(panel);
  context.fillStyle = style.backgroundColor;
  context.fillRect(0, 0, image.width, image.height);
  context.fillStyle = style.color;
  context.font = `600 ${widthOfText * scale}px ${style.fontFamily}`;
  context.fillText(title, widthOfText * scale, 1.6 * widthOfText * scale);
  for (const canvas of canvases) context.drawImage(canvas, 0, head);
  // The promise goes into the item: the browser still knows by whose click it was asked.
  const blob = new Promise<Blob>((resolve, reject) =>
    image.toBlob((made) => (made ? resolve(made) : reject(new Error('no image'))), 'image/png'),
  );
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return true;
  } catch {
    return false;
  }
}
