import type { ShellTexts } from '../texts/shell-texts';

/** Why a page's process ended, as Electron tells it. */
export interface PageEnd {
  readonly reason: string;
  readonly exitCode: number;
}

/** What the links of the page lead to: caught before anything is loaded, and nobody answers there. */
export const crashLinks = {
  reload: 'https://reload.invalid/',
  logs: 'https://logs.invalid/',
} as const;

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { max-width: 34rem; padding: 2rem; }
h1 { font-size: 1.4rem; margin: 0 0 0.75rem; }
p { margin: 0 0 0.75rem; }
nav { display: flex; gap: 0.75rem; margin-top: 1.5rem; }
a { padding: 0.4rem 1rem; border: 1px solid; border-radius: 6px; color: inherit; text-decoration: none; }
a:focus-visible, a:hover { outline: 3px solid #3d8be0; outline-offset: 2px; }
`;

/**
 * The address of a page without any script that says what happened, that the pipeline goes on, and
 * what can be done. It is made here because the page's own process is what failed.
 */
export function crashPage({ reason, exitCode }: PageEnd, texts: ShellTexts, language: string) {
  const { crash, product } = texts;
  const why =
    reason === 'oom'
      ? crash.memory
      : reason === 'killed'
        ? crash.killed
        : crash.reason(reason, exitCode);
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escape(`${crash.title} · ${product}`)}</title>
<style>${style}</style>
</head>
<body>
<main role="alert">
<h1>${escape(crash.title)}</h1>
<p>${escape(why)}</p>
<p>${escape(crash.goesOn)}</p>
<nav>
<a href="${crashLinks.reload}" autofocus>${escape(crash.reload)}</a>
<a href="${crashLinks.logs}">${escape(crash.logs)}</a>
</nav>
</main>
</body>
</html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

const escape = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
