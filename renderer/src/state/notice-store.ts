import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { causeOf } from './notices';
import type { Notice } from './notices';

export interface ShownNotice {
  readonly cause: string;
  readonly atMs: number;
  readonly notice: Notice;
}

export interface NoticeState {
  /** Newest first. */
  readonly shown: readonly ShownNotice[];
  add(notice: Notice, atMs?: number): void;
  dismiss(cause: string): void;
}
export type NoticeStore = StoreApi<NoticeState>;

/** Older ones are forgotten: each has its place where all are kept. */
const mostShown = 20;

/** The notices of this page: of one cause the newest alone. */
export function createNoticeStore(): NoticeStore {
  return createStore<NoticeState>()((set) => ({
    shown: [],
    add: (notice, atMs = Date.now()) =>
      set(({ shown }) => {
        const cause = causeOf(notice);
        const others = shown.filter((one) => one.cause !== cause);
        return { shown: [{ cause, atMs, notice }, ...others].slice(0, mostShown) };
      }),
    dismiss: (cause) => set(({ shown }) => ({ shown: shown.filter((one) => one.cause !== cause) })),
  }));
}
