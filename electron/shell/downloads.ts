import { join } from 'node:path';
import { app } from 'electron';
import type { Session } from 'electron';

/**
 * Files that the page makes itself (a picture of a chart, lines of a log) are saved where the person
 * says in the system's dialog. Anything that is not the page's own is not downloaded.
 */
export function saveDownloads(session: Session, onSaved: (path: string) => void): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), item.getFilename()) });
    item.once('done', (_event, state) => {
      if (state === 'completed') onSaved(item.getSavePath());
    });
  });
}
