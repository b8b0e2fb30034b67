import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';

/** The program of a platform that opens a file as a person's double click does. */
const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['xdg-open'],
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/**
 * Opens the window in the person's browser. The key must not stand on a command line, which every
 * program of the machine can read: `page` is a file for the user alone that leads to the address.
 * False where nothing can open it; the printed address is there in any case.
 */
export async function openInBrowser(
  address: string,
  page: string,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const [program, ...before] = openers[platform] ?? [];
  if (program === undefined) return false;
  await rm(page, { force: true });
  await writeFile(page, pageThatLeadsTo(address), { mode: 0o600 });
  return new Promise((resolve) => {
    // A browser that it starts lives on, whatever becomes of this process.
    const opener = spawn(program, [...before, page], { detached: true, stdio: 'ignore' });
    opener.once('error', () => resolve(false));
    opener.once('spawn', () => resolve(true));
    opener.unref();
  });
}

/** The address is the server's own: a number, a port and a token of letters, digits, `-` and `_`. */
function pageThatLeadsTo(address: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Deltadesk</title><meta http-equiv="refresh" content="0;url=${address}">\n`;
}
