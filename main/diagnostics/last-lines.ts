import { open } from 'node:fs/promises';

/** The newest lines of a file, at most `mostLines` of its last `mostBytes`; null when it is not there. */
export async function lastLines(
  file: string,
  mostLines: number,
  mostBytes: number,
): Promise<string | null> {
  const opened = await open(file, 'r').catch(() => null);
  if (!opened) return null;
  try {
    const { size } = await opened.stat();
    const begin = Math.max(0, size - mostBytes);
    const bytes = Buffer.alloc(size - begin);
    const { bytesRead } = await opened.read(bytes, 0, bytes.length, begin);
    const lines = bytes.toString('utf8', 0, bytesRead).split(/\r?\n/);
    // The first line of a part is a part of a line.
    if (begin > 0) lines.shift();
    if (lines.at(-1) === '') lines.pop();
    return lines
      .slice(-mostLines)
      .map((line) => `${line}\n`)
      .join('');
  } finally {
    await opened.close();
  }
}
