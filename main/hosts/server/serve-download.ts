import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Downloadable, Downloads } from '../../downloads/downloads';

/** The id in the path of a download; null for another path. */
export function downloadId(path: string): string | null {
  return /^\/download\/([\w-]{1,100})$/.exec(path)?.[1] ?? null;
}

/**
 * Streams what the address stands for, at the reader's pace. An aborted download and one that fails
 * midway end the connection, so that the browser does not take a part for the whole; what was kept
 * for it is let go in each case. False for an address that is unknown, used or too old.
 */
export async function serveDownload(
  downloads: Downloads,
  id: string,
  response: ServerResponse,
): Promise<boolean> {
  const found = downloads.take(id);
  if (!found) return false;
  response.writeHead(200, headersOf(found));
  try {
    await pipeline(found.open(), response);
  } catch {
    response.destroy();
  } finally {
    await found.dispose?.().catch(() => undefined);
  }
  return true;
}

function headersOf({ fileName, mediaType, sizeBytes }: Downloadable): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
    ...(sizeBytes === null ? {} : { 'Content-Length': String(sizeBytes) }),
  };
}
