import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Installation } from '../../../main/settings/paths';
import type { Looks } from '../looks';
import { leastSize, placeWindow, readWindowState, writeWindowState } from './window-state';

/** Moving a window tells many places: the one where it rests is kept. */
const restMs = 300;

/** The page's own background, so that nothing flashes before the first paint. */
const backgroundColor = () => (nativeTheme.shouldUseDarkColors ? '#0f1318' : '#f3f5f7');

/**
 * The one window, where it was last time. It is shown when it has something to show, unless it shall
 * start hidden.
 */
export function createWindow(options: {
  readonly preloadScript: string;
  /** Where its place is kept. */
  readonly stateFile: string;
  readonly looks: Looks;
  readonly startsHidden: boolean;
}): BrowserWindow {
  const { preloadScript, stateFile, looks, startsHidden } = options;
  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
    ({ workArea }) => workArea,
  );
  const { isMaximised, ...place } = placeWindow(readWindowState(stateFile), workAreas);
  // Also the page's own media queries follow it, from its first paint on.
  nativeTheme.themeSource = looks.theme;
  const window = new BrowserWindow({
    ...place,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Deltadesk',
    backgroundColor: backgroundColor(),
    webPreferences: {
      preload: preloadScript,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (isMaximised) window.once('show', () => window.maximize());
  if (!startsHidden) window.once('ready-to-show', () => window.show());
  keepState(window, stateFile);
  looks.onChange(({ theme }) => {
    // The page's own colours, its scroll bars and the title bar follow it.
    nativeTheme.themeSource = theme;
    if (!window.isDestroyed()) window.setBackgroundColor(backgroundColor());
  });
  return window;
}

/** Loads the page as a file: that works alike in every Electron from 22 on. */
export function loadPage(window: BrowserWindow, { rendererFolder }: Installation): void {
  void window.loadFile(join(rendererFolder, 'index.html'));
}

/** Brings the window to the front, whatever became of it. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function keepState(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | null = null;
  const keep = () => {
    timer = null;
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    writeWindowState(file, { bounds: window.getNormalBounds(), isMaximised: window.isMaximized() });
  };
  const keepSoon = () => (timer ??= setTimeout(keep, restMs));
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('maximize', keepSoon);
  window.on('unmaximize', keepSoon);
  window.on('close', keep);
}
