import { describe, expect, it, vi } from 'vitest';
import { createTeller } from './browser-notifications';
import type { NotifyingPage } from './browser-notifications';

describe('notifications of the browser', () => {
  class Shown {
    static permission: NotificationPermission = 'granted';
    static all: Shown[] = [];
    onclick: (() => void) | null = null;
    constructor(readonly title: string) {
      Shown.all.push(this);
    }
    close(): void {}
  }
  const pageWith = (permission: NotificationPermission, hidden: boolean): NotifyingPage => {
    Shown.permission = permission;
    Shown.all = [];
    return {
      Notification: Shown as unknown as typeof Notification,
      document: { hidden },
      focus: vi.fn(),
    };
  };

  it('are shown with leave alone, while nobody looks, once in five minutes of one cause', () => {
    let nowMs = 0;
    const tell = createTeller(pageWith('granted', true), () => nowMs);
    const opened = vi.fn();
    expect(tell('a', 'Alert', '', opened)).toBe(true);
    expect(tell('a', 'Alert', '', opened)).toBe(false);
    expect(tell('b', 'Other', '', opened)).toBe(true);
    nowMs = 5 * 60_000;
    expect(tell('a', 'Alert', '', opened)).toBe(true);
    Shown.all[0]!.onclick?.();
    expect(opened).toHaveBeenCalledTimes(1);
    expect(createTeller(pageWith('default', true))('a', '', '', opened)).toBe(false);
    expect(createTeller(pageWith('denied', true))('a', '', '', opened)).toBe(false);
    expect(createTeller(pageWith('granted', false))('a', '', '', opened)).toBe(false);
    const without: NotifyingPage = { document: { hidden: true }, focus: vi.fn() };
    expect(createTeller(without)('a', '', '', opened)).toBe(false);
  });
});
