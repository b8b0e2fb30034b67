import { keptTexts } from '../../contract/kept-texts';
import type { SocketDoor } from './socket-session';

const themes = ['light', 'dark', 'system'];

/** The theme that was chosen in the window last; null where none was, or nothing can be had. */
export async function keptTheme(door: Pick<SocketDoor, 'answer'>): Promise<string | null> {
  const answer = await door.answer('keptTexts.read', {});
  const read = keptTexts.safeParse(answer.ok ? answer.value : null);
  const theme = read.data?.texts['theme'];
  return themes.find((known) => known === theme) ?? null;
}

/**
 * The page as it is served: what is painted before its script runs, and what the browser shows before
 * its style sheet is here, has the colours of the chosen theme. Inline script and style are forbidden
 * to it, so an attribute and a meta element say which.
 */
export function withTheme(html: string, theme: string | null): string {
  if (theme === null) return html;
  const marked = html.replace('<html ', `<html data-kept-theme="${theme}" `);
  return theme === 'system'
    ? marked
    : marked.replace(
        'name="color-scheme" content="light dark"',
        `name="color-scheme" content="${theme}"`,
      );
}
