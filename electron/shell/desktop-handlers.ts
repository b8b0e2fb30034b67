import { shell } from 'electron';
import { failed } from '../../main/contract/failure';
import type { DesktopHandlers, ProductFolder } from '../../main/contract/desktop';
import { keepDataFolderChoice, requireLastingFolder } from '../../main/settings/chosen-data-folder';
import type { SecretStore } from '../../main/secrets/secret-store';
import { dataPaths } from '../../main/settings/paths';
import type { Dialogs } from './dialogs';
import type { Looks } from './looks';
import type { OurPaths } from './our-paths';

export interface DesktopParts {
  readonly dataFolder: string;
  readonly dialogs: Dialogs;
  readonly looks: Looks;
  readonly paths: OurPaths;
  readonly secrets: SecretStore;
  readonly readSparkUi: () => string | null;
  /** Ends in order, then starts again with that data folder. */
  restartIn(dataFolder: string): void;
}

/** Opens one of the product's folders in the system's file manager. */
export async function openProductFolder(dataFolder: string, which: ProductFolder): Promise<void> {
  const folder = which === 'logs' ? dataPaths(dataFolder).logs : dataFolder;
  const problem = await shell.openPath(folder);
  if (problem !== '') throw failed('REQUEST_INVALID', { name: 'openFolder', reason: problem });
}

/** The answers to what the desktop alone can do. */
export function desktopHandlers(parts: DesktopParts): DesktopHandlers {
  const { dataFolder, dialogs, looks, paths, secrets } = parts;
  return {
    'desktop.chooseFolder': (request) => dialogs.chooseFolder(request),
    'desktop.chooseFile': (request) => dialogs.chooseFile(request),
    'desktop.showInFolder': async ({ path }) => {
      shell.showItemInFolder(await paths.resolve(path));
      return {};
    },
    'desktop.openFolder': async ({ folder }) => {
      await openProductFolder(dataFolder, folder);
      return {};
    },
    // The address is the job's own: a page cannot name another.
    'desktop.openSparkUi': async () => {
      const address = parts.readSparkUi();
      if (address === null)
        throw failed('REQUEST_INVALID', { name: 'openSparkUi', reason: 'Spark serves no pages.' });
      await shell.openExternal(address);
      return {};
    },
    'desktop.useDataFolder': async ({ folder }) => {
      if (folder === dataFolder) return { restarts: false };
      const setting = 'DELTADESK_DATA_FOLDER';
      const reason = 'it decides the data folder of every start: change it there.';
      if (process.env[setting]) throw failed('SETTING_INVALID', { setting, reason });
      await requireLastingFolder(folder);
      if (!(await dialogs.confirmsDataFolder(folder))) return { restarts: false };
      await keepDataFolderChoice(folder);
      parts.restartIn(folder);
      return { restarts: true };
    },
    'desktop.readSecrets': async () => ({
      keeping: secrets.keeping,
      count: await secrets.count(),
    }),
    'desktop.showAppearance': async (appearance) => {
      looks.change(appearance);
      return {};
    },
  };
}
