import { Menu, nativeImage, Tray } from 'electron';
import type { Looks } from '../looks';
import { trayMenu } from './tray-menu';
import type { TrayActions } from './tray-menu';
import { drawTrayShape } from './tray-shape';
import type { TrayShape, TrayStatus } from './tray-status';

const isMac = process.platform === 'darwin';
/** Points: Windows and Linux scale it to their tray's size. */
const size = 16;

/** The icon beside the clock: its shape is the state, its menu what can be done without a window. */
export class StatusTray {
  private readonly tray: Tray;
  private readonly images = new Map<TrayShape, Electron.NativeImage>();
  private drawn = '';

  constructor(
    private status: TrayStatus,
    private readonly looks: Looks,
    private readonly actions: TrayActions,
  ) {
    this.tray = new Tray(this.imageOf(status.shape));
    // On macOS, and on most desktops of Linux, a click opens the menu.
    if (process.platform === 'win32') this.tray.on('click', () => actions.showWindow());
    looks.onChange(() => this.draw());
    this.draw();
  }

  /** What it shows now. */
  get shown(): TrayStatus {
    return this.status;
  }

  show(status: TrayStatus): void {
    this.status = status;
    this.draw();
  }

  close(): void {
    this.tray.destroy();
  }

  /** A menu that is open closes when it is replaced: only what changed is drawn anew. */
  private draw(): void {
    const { status, looks } = this;
    const menu = trayMenu(status, looks.texts, looks.language, this.actions);
    const drawn = JSON.stringify([
      status.shape,
      menu.map(({ label, enabled }) => [label, enabled]),
    ]);
    if (drawn === this.drawn || this.tray.isDestroyed()) return;
    this.drawn = drawn;
    this.tray.setImage(this.imageOf(status.shape));
    this.tray.setToolTip(`${looks.texts.product} · ${looks.texts.states[status.state]}`);
    this.tray.setContextMenu(Menu.buildFromTemplate(menu));
  }

  private imageOf(shape: TrayShape): Electron.NativeImage {
    const known = this.images.get(shape);
    if (known) return known;
    const image = nativeImage.createEmpty();
    for (const scaleFactor of [1, 2]) {
      const pixels = size * scaleFactor;
      const buffer = drawTrayShape(shape, pixels, isMac);
      const bitmap = nativeImage.createFromBitmap(buffer, { width: pixels, height: pixels });
      image.addRepresentation({
        scaleFactor,
        width: pixels,
        height: pixels,
        buffer: bitmap.toPNG(),
      });
    }
    image.setTemplateImage(isMac);
    this.images.set(shape, image);
    return image;
  }
}
