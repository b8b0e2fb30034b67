import { join } from 'node:path';
import { app, ipcMain, safeStorage, session } from 'electron';
import type { ControlCenter } from '../../main/control-center';
import type { Installation } from '../../main/settings/paths';
import { usualDataFolder } from '../../main/settings/chosen-data-folder';
import { dataPaths } from '../../main/settings/paths';
import { recoverPage } from './crash/recover-page';
import { desktopHandlers, openProductFolder } from './desktop-handlers';
import { Dialogs } from './dialogs';
import { saveDownloads } from './downloads';
import { followSystem } from './follow-system';
import type { Looks } from './looks';
import { showApplicationMenu } from './menu/application-menu';
import { happeningOfExport } from './notifications/happening';
import { Notifier } from './notifications/notifier';
import { openSecrets } from './open-secrets';
import { OurPaths } from './our-paths';
import { registerApi } from './register-api';
import type { ServedApi } from './register-api';
import { readExportFolders } from './read-export-folders';
import { showStatus } from './show-status';
import { followSettings } from './settings/follow-settings';
import { launchCommand, setStartAtLogin } from './settings/login-item';
import { hasTray } from './tray/has-tray';
import { guardClosing } from './window/closing';
import { createWindow, focusWindow, loadPage } from './window/create-window';

/** What the window is opened on. */
export interface DesktopOptions {
  readonly center: ControlCenter;
  readonly installation: Installation;
  readonly dataFolder: string;
  readonly preloadScript: string;
  readonly looks: Looks;
  /** Ends in order, then opens that data folder. */
  restartIn(dataFolder: string): void;
  isQuitting(): boolean;
  onDefect(defect: unknown): void;
}

/** The desktop while it is open. */
export interface Desktop {
  showWindow(): void;
  /** The page says that everything stops, and is answered nothing new. */
  sayQuitting(): void;
  /** Resolves when every answer to the page was given. */
  finish(): Promise<void>;
}

/** Opens the window and everything of the desktop around it: menu, tray, notifications, dialogs. */
export async function openDesktop(options: DesktopOptions): Promise<Desktop> {
  const { center, installation, dataFolder, looks, restartIn, onDefect } = options;
  const inEngineFolder = (name: string) => join(app.getPath('userData'), name);
  const isTraySeen = await hasTray();
  const readSettings = await followSettings(center, (now, before) => {
    if (now.startAtLogin !== before.startAtLogin) startAtLogin(now.startAtLogin);
  });
  const startAtLogin = (isOn: boolean) =>
    setStartAtLogin(
      app,
      isOn,
      launchCommand(app, dataFolder === usualDataFolder() ? null : dataFolder),
    );

  const window = createWindow({
    preloadScript: options.preloadScript,
    stateFile: inEngineFolder('window-state.json'),
    looks,
    startsHidden: readSettings().startMinimised && isTraySeen,
  });
  const showWindow = () => focusWindow(window);
  const open = (address: string) => {
    showWindow();
    channel.push('desktop.addressChosen', { address });
  };
  const openFolder = (folder: 'data' | 'logs') =>
    void openProductFolder(dataFolder, folder).catch(onDefect);
  const quit = () => app.quit();

  const paths = new OurPaths(dataFolder, () => readExportFolders(center.parts.reading));
  const dialogs = new Dialogs(window, looks);
  const secrets = openSecrets(safeStorage, dataPaths(dataFolder).secrets);
  const notifier = new Notifier(window, looks, () => readSettings().notifications, open);
  const own = { dialogs, looks, paths, secrets };
  const served: ServedApi = {
    handlers: {
      ...center.handlers,
      'export.run': async (request, context) => {
        const done = await center.handlers['export.run'](request, context);
        paths.note(done.folder);
        notifier.tell(happeningOfExport(done, looks.texts));
        return done;
      },
    },
    on: center.on,
    desktop: desktopHandlers({ ...center.parts, ...own, dataFolder, restartIn }),
  };
  const channel = registerApi(ipcMain, window.webContents, served, onDefect);
  saveDownloads(session.defaultSession, (path) => paths.note(path));

  const run = (asked: Promise<unknown>) => void asked.catch(onDefect);
  const status = await showStatus(center, looks, notifier, {
    showWindow,
    start: () => run(center.handlers['pipeline.start']({})),
    stop: () => run(center.handlers['pipeline.stop']({})),
    setProducerPaused: (paused) => run(center.handlers['producer.setPaused']({ paused })),
    open,
    openDataFolder: () => openFolder('data'),
    quit,
  });

  showApplicationMenu(looks, installation.version, {
    open,
    command: (command) => channel.push('desktop.commandChosen', { command }),
    chooseTheme: (theme) => channel.push('desktop.themeChosen', { theme }),
    openFolder,
    quit,
  });
  guardClosing(window, {
    readState: () => status.overview.pipeline.state,
    readChoice: () => readSettings().closingWindow,
    hasTray: isTraySeen,
    isQuitting: options.isQuitting,
    ask: () => dialogs.askClosing(),
    keepChoice: (value) =>
      run(center.handlers['setting.change']({ name: 'general.closingWindow', value })),
    sayHidden: () => {
      const { hiddenTitle, hiddenBody } = looks.texts.closing;
      notifier.show(hiddenTitle, hiddenBody, '/pipeline');
    },
    quit,
    saidFile: inEngineFolder('hiding-was-said'),
  });
  recoverPage(window, looks, {
    onCrash: () => channel.expectNewPage(),
    reload: () => loadPage(window, installation),
    openLogs: () => openFolder('logs'),
  });
  app.on('activate', showWindow);
  followSystem(center, onDefect);
  loadPage(window, installation);
  let finishing = Promise.resolve();
  return {
    showWindow,
    sayQuitting: () => {
      // A quit from the tray takes its time as well: the window says why.
      if (status.overview.pipeline.state !== 'stopped') showWindow();
      channel.push('desktop.quitBegun', {});
      finishing = channel.finish();
    },
    finish: () => finishing,
  };
}
