import type { KeptStore } from './kept-store';

/** A text that is kept in the data folder, and that the page needs before that answers. */
export interface EarlyText {
  /** What is kept, as far as it is known by now; null: nothing. */
  read(): string | null;
  /** Null `restMs` keeps it at once; else as soon as no other one came for that long. */
  keep(text: string, restMs: number | null): void;
  /** Tells the text of the data folder once it is here, and every other one after it. */
  follow(take: (text: string) => void): void;
}

/**
 * The page's own copy speaks until the data folder has answered, which has the last word: a browser
 * loses its copy with the port of the page.
 */
export function earlyText(
  name: string,
  copies: Pick<Storage, 'getItem' | 'setItem'>,
  kept: KeptStore,
): EarlyText {
  const copyName = `deltadesk.${name}`;
  let resting: ReturnType<typeof setTimeout> | undefined;
  return {
    read: () => kept.getState().texts[name] ?? copies.getItem(copyName),
    keep(text, restMs) {
      copies.setItem(copyName, text);
      clearTimeout(resting);
      const keep = () => kept.getState().keep(name, text);
      if (restMs === null) keep();
      else resting = setTimeout(keep, restMs);
    },
    follow: (take) =>
      void kept.subscribe((now, before) => {
        const text = now.texts[name];
        if (text === undefined || text === before.texts[name]) return;
        copies.setItem(copyName, text);
        take(text);
      }),
  };
}
