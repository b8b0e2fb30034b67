import { basename, dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { DesktopHandlers } from '../../main/contract/desktop';
import type { Looks } from './looks';

/** The system's dialogs: only they turn what a person chose into a path. */
export class Dialogs {
  constructor(
    private readonly window: BrowserWindow,
    private readonly looks: Looks,
  ) {}

  readonly chooseFolder: DesktopHandlers['desktop.chooseFolder'] = async ({ purpose }) => {
    const { dialogs } = this.looks.texts;
    const { filePaths, canceled } = await dialog.showOpenDialog(this.window, {
      title: purpose === 'export' ? dialogs.exportFolder : dialogs.dataFolder,
      buttonLabel: dialogs.choose,
      defaultPath: app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    });
    return { folder: canceled ? null : (filePaths[0] ?? null) };
  };

  readonly chooseFile: DesktopHandlers['desktop.chooseFile'] = async ({ kind, suggestedName }) => {
    const { dialogs, files } = this.looks.texts;
    const { filePath, canceled } = await dialog.showSaveDialog(this.window, {
      buttonLabel: dialogs.save,
      defaultPath: join(app.getPath('documents'), suggestedName),
      filters: [{ name: files[kind], extensions: [kind] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || !filePath) return { chosen: null };
    return { chosen: { path: filePath, folder: dirname(filePath), name: basename(filePath) } };
  };

  /** Asks before everything stops and starts again with another data folder. */
  async confirmsDataFolder(folder: string): Promise<boolean> {
    const { dialogs, closing } = this.looks.texts;
    const { response } = await dialog.showMessageBox(this.window, {
      type: 'question',
      message: dialogs.useDataFolderQuestion,
      detail: dialogs.useDataFolderDetail(folder),
      buttons: [dialogs.useDataFolder, closing.cancel],
      defaultId: 0,
      cancelId: 1,
    });
    return response === 0;
  }

  /** What closing the window shall do, and whether that holds from now on. */
  async askClosing(): Promise<{ answer: 'hide' | 'quit' | 'cancel'; isRemembered: boolean }> {
    const { closing } = this.looks.texts;
    const { response, checkboxChecked } = await dialog.showMessageBox(this.window, {
      type: 'question',
      message: closing.question,
      detail: closing.detail,
      buttons: [closing.hide, closing.quit, closing.cancel],
      checkboxLabel: closing.remember,
      defaultId: 0,
      cancelId: 2,
    });
    const answer = (['hide', 'quit', 'cancel'] as const)[response] ?? 'cancel';
    return { answer, isRemembered: checkboxChecked && answer !== 'cancel' };
  }
}
