/** The shortcut's modifier as this machine names it. */
export function startStopKeys(platform: string): string {
  return /mac/i.test(platform) ? '⌘⇧↩' : 'Ctrl+Shift+Enter';
}
