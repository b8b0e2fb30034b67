import { saveFile, toFileName } from '../../components/save-file';
import { rowsAsText } from '../../grid/copy-rows';
import { figureSql } from '../../sql/figure-sql';
import { writeVersions } from '../../sql/table-versions';
import type { OpenedFigure } from './open-figure';

/** Where the SQL box is, and what it is given: a figure's statement over the versions it was read at. */
export const sqlPlace = '/data/sql';
export const sqlParameters = (opened: OpenedFigure) => ({
  sql: figureSql(opened.result, opened),
  at: writeVersions(opened.result.tableVersions) || null,
});

/** The panel's rows as a CSV file, every digit as it was read. */
export function saveRows({ title, result }: OpenedFigure): void {
  const { columns, rows } = result;
  const [version] = Object.values(result.tableVersions);
  const name = version === undefined ? toFileName(title) : `${toFileName(title)}-v${version}`;
  saveFile(`${name}.csv`, `${rowsAsText('csv', { columns, rows, table: 'rows' })}\r\n`, 'text/csv');
}

const widthOfText = 14;

/**
 * The chart inside an element as an image on the clipboard, on the panel's own colour, its title on
 * top. False where there is no chart or the clipboard is closed.
 */
export async function copyImage(panel: Element | null, title: string): Promise<boolean> {
  const canvases = [...(panel?.querySelectorAll('canvas') ?? [])];
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
