import { createStore } from 'zustand/vanilla';
import { isTyping, matchesChord } from './chord';
import { shortcutIds, shortcutOf } from './shortcut-table';
import type { ShortcutId } from './shortcut-table';
import { isTextField, targetOf } from './text-field';

/** Does what the keys say; `false` = nothing to do here, an earlier handler or the browser may. */
export type ShortcutHandler = () => boolean | void;

type Handlers = ReadonlyMap<ShortcutId, readonly ShortcutHandler[]>;

/** Who handles which shortcut now, newest last: the window has one keyboard, so this is one. */
export const shortcutHandlers = createStore<{ readonly handlers: Handlers }>()(() => ({
  handlers: new Map(),
}));

/** Takes a shortcut until the returned function is called; the newest of several wins. */
export function handleShortcut(id: ShortcutId, handler: ShortcutHandler): () => void {
  if (shortcutHandlers.getState().handlers.size === 0)
    window.addEventListener('keydown', onKeyDown);
  change(id, (before) => [...before, handler]);
  return () => {
    change(id, (before) => before.filter((candidate) => candidate !== handler));
    if (shortcutHandlers.getState().handlers.size === 0)
      window.removeEventListener('keydown', onKeyDown);
  };
}

/** Does a shortcut's action without its keys, as the palette does; false when nobody took it. */
export function runShortcut(id: ShortcutId): boolean {
  const handlers = shortcutHandlers.getState().handlers.get(id) ?? [];
  return [...handlers].reverse().some((handler) => handler() !== false);
}

/**
 * Whether a key press is this shortcut, for a part that handles it itself while it has the focus.
 * A plain key in a text field is none.
 */
export function isShortcut(id: ShortcutId, event: KeyboardEvent): boolean {
  const { keys, alternative } = shortcutOf(id);
  return [keys, alternative].some((chord) => {
    if (chord === undefined || !matchesChord(chord, event, navigator.platform)) return false;
    return !(isTyping(chord, navigator.platform) && isTextField(targetOf(event)));
  });
}

function change(
  id: ShortcutId,
  next: (before: readonly ShortcutHandler[]) => readonly ShortcutHandler[],
): void {
  const handlers = new Map(shortcutHandlers.getState().handlers);
  const changed = next(handlers.get(id) ?? []);
  if (changed.length > 0) handlers.set(id, changed);
  else handlers.delete(id);
  shortcutHandlers.setState({ handlers });
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const id = shortcutIds.find((candidate) => isShortcut(candidate, event));
  if (!id) return;
  const isBlocked = document.querySelector('dialog[open]') !== null && !shortcutOf(id).overDialogs;
  if (isBlocked) return;
  // A held key repeats: it still belongs to the shortcut, and does its action once.
  if (event.repeat) {
    if (shortcutHandlers.getState().handlers.has(id)) event.preventDefault();
  } else if (runShortcut(id)) event.preventDefault();
}
