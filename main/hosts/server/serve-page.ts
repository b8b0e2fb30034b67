import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { withTheme } from './page-theme';

/** What the build of the page is made of; anything else is served as bytes. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/**
 * Serves a file of the page's folder. Each is read whole before anything is answered: a build that
 * runs meanwhile takes files away, and one that vanishes behind its headers could only end the
 * connection (sirv, which streams, ended the process). `readTheme` tells the theme that the page
 * begins with. False for a path that names no file in it.
 */
export async function servePage(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  readTheme: () => Promise<string | null>,
): Promise<boolean> {
  const file = fileOf(folder, path);
  const found = file === null ? null : await readPageFile(file);
  if (file === null || found === null) return false;
  const read = extname(file) === '.html' ? themed(found, await readTheme()) : found;
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', read.etag);
  if (request.headers['if-none-match'] === read.etag) {
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, {
    'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
    'Content-Length': read.bytes.length,
  });
  // Of an answer to HEAD node:http leaves out the body.
  response.end(read.bytes);
  return true;
}

/** The file that a path names; null for one outside of the folder. */
function fileOf(folder: string, path: string): string | null {
  try {
    const file = join(folder, decodeURIComponent(path === '/' ? '/index.html' : path));
    return file.startsWith(join(folder, sep)) ? file : null;
  } catch {
    // A percent sign that encodes nothing.
    return null;
  }
}

interface PageFile {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** Another theme is another page: a browser must not take it for the one that it has. */
const themed = ({ bytes, etag }: PageFile, theme: string | null): PageFile => ({
  bytes: Buffer.from(withTheme(bytes.toString(), theme)),
  etag: etag.replace(/"$/, `-${theme ?? 'none'}"`),
});

/** Null where there is no such file, or not any more. */
async function readPageFile(file: string): Promise<PageFile | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size, mtimeMs } = await handle.stat();
      return { bytes: await handle.readFile(), etag: `W/"${size}-${Math.floor(mtimeMs)}"` };
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
