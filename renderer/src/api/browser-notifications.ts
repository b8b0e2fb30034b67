/** Of one cause at most one notification in this time (ux.md section 6). */
const quietMs = 5 * 60_000;

/** What of the browser is used, so that a test can stand in for it. */
export interface NotifyingPage {
  readonly Notification?: typeof Notification | undefined;
  readonly document: Pick<Document, 'hidden'>;
  focus(): void;
}

/** Whether the browser could still be asked for leave to notify. */
export const canAsk = (page: NotifyingPage): boolean => page.Notification?.permission === 'default';

/** Asks for leave; the browser asks the person. True when it was given. */
export async function askLeave(page: NotifyingPage): Promise<boolean> {
  return (await page.Notification?.requestPermission()) === 'granted';
}

/**
 * A teller of notifications: only with the person's leave, only while the page is not looked at, and
 * of one cause at most one in five minutes. A click brings the page to the front and runs `onClick`.
 */
export function createTeller(page: NotifyingPage, nowMs: () => number = Date.now) {
  const toldAtMs = new Map<string, number>();
  return (cause: string, title: string, body: string, onClick: () => void): boolean => {
    const { Notification: Shown } = page;
    if (Shown?.permission !== 'granted' || !page.document.hidden) return false;
    if (nowMs() - (toldAtMs.get(cause) ?? -Infinity) < quietMs) return false;
    toldAtMs.set(cause, nowMs());
    const shown = new Shown(title, { body, tag: cause });
    shown.onclick = () => {
      page.focus();
      onClick();
      shown.close();
    };
    return true;
  };
}
