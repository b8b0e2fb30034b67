import type { MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from '../texts/shell-texts';
import type { TrayStatus } from './tray-status';

/** What the items of the tray's menu do. */
export interface TrayActions {
  showWindow(): void;
  start(): void;
  stop(): void;
  setProducerPaused(paused: boolean): void;
  open(address: string): void;
  openDataFolder(): void;
  quit(): void;
}

/** The tray's menu (ux.md section 6): state and lag to read, then what can be done. */
export function trayMenu(
  status: TrayStatus,
  texts: ShellTexts,
  language: string,
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  const { tray } = texts;
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    { label: texts.states[status.state], enabled: false },
    { label: lagText(status, texts, language), enabled: false },
    line,
    actionItem(status, texts, actions),
    { label: tray.open, click: () => actions.showWindow() },
    producerItem(status, texts, actions),
    { label: tray.exportNow, click: () => actions.open('/export') },
    { label: texts.menu.openDataFolder, click: () => actions.openDataFolder() },
    line,
    { label: tray.quit, click: () => actions.quit() },
  ];
}

/** Start, Cancel or Stop: the one control of the pipeline. */
function actionItem(
  { action }: TrayStatus,
  { tray, states }: ShellTexts,
  actions: TrayActions,
): MenuItemConstructorOptions {
  if (action === null) return { label: states.stopping, enabled: false };
  const run = action === 'start' ? () => actions.start() : () => actions.stop();
  return { label: tray[action], click: run };
}

/** Events come or wait; while no producer runs there is nothing to pause. */
function producerItem(
  { producer }: TrayStatus,
  { tray }: ShellTexts,
  actions: TrayActions,
): MenuItemConstructorOptions {
  const isPaused = producer === 'paused';
  return {
    label: isPaused ? tray.resumeProducer : tray.pauseProducer,
    enabled: producer !== 'stopped',
    click: () => actions.setProducerPaused(!isPaused),
  };
}

function lagText({ lagRecords, lagSeconds }: TrayStatus, { tray }: ShellTexts, language: string) {
  if (lagRecords === null) return tray.lagUnknown;
  const figure = (value: number) =>
    value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 });
  return tray.lag(figure(lagRecords), lagSeconds === null ? '—' : figure(lagSeconds));
}
