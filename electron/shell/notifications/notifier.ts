import { Notification } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Looks } from '../looks';
import { decideNotification } from './decide-notification';
import type { ToldAt } from './decide-notification';
import type { Happening } from './happening';

/** Happenings of this time are told together: a broken part raises several alerts at once. */
const groupMs = 2_000;

/** Tells a person who looks elsewhere; a click opens the place. */
export class Notifier {
  private waiting: Happening[] = [];
  private told: ToldAt = new Map();
  private timer: NodeJS.Timeout | null = null;
  /** Notifications that can still be clicked: without a reference they are collected. */
  private readonly shown = new Set<Notification>();

  constructor(
    private readonly window: BrowserWindow,
    private readonly looks: Looks,
    private readonly isWanted: () => boolean,
    private readonly open: (address: string) => void,
  ) {}

  tell(happening: Happening | null): void {
    if (!happening) return;
    this.waiting.push(happening);
    this.timer ??= setTimeout(() => this.decide(), groupMs);
  }

  /** Shows one text at once, whatever was told before. */
  show(title: string, body: string, address: string): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    this.shown.add(notification);
    notification.on('click', () => this.open(address));
    notification.on('close', () => this.shown.delete(notification));
    notification.show();
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    for (const notification of this.shown) notification.close();
  }

  private decide(): void {
    this.timer = null;
    const happenings = this.waiting;
    this.waiting = [];
    const situation = {
      told: this.told,
      nowMs: Date.now(),
      isInBackground: isInBackground(this.window),
      isWanted: this.isWanted(),
    };
    const { show, told } = decideNotification(happenings, situation, this.looks.texts);
    this.told = told;
    if (show) this.show(show.title, show.body, show.address);
  }
}

/** A hidden window can still say that it has the focus. */
function isInBackground(window: BrowserWindow): boolean {
  if (window.isDestroyed()) return true;
  return !window.isVisible() || window.isMinimized() || !window.isFocused();
}
