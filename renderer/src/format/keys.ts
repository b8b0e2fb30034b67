/** The shortcut's modifier as this machine names it. */
export function startStopKeys(platform: string): string {
  return /mac/i.test(platform) ? '⌘⇧↩' : 'Ctrl+Shift+Enter';
}

/** The keys that open a place by its number. */
export function placeKeys(platform: string, number: number): string {
  return /^Mac/.test(platform) ? `⌘${number}` : `Ctrl+${number}`;
}

/** The keys that open the command palette. */
export function paletteKeys(platform: string): string {
  return /mac/i.test(platform) ? '⌘K' : 'Ctrl+K';
}
