import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Downloads } from '../../downloads/downloads';
import { startLoopbackServer, type LoopbackServer } from './loopback-server';

let folder: string;
let downloads: Downloads;
let server: LoopbackServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-download-'));
  downloads = new Downloads(join(folder, 'downloads'));
  const answer = async () => ({ ok: true as const, value: {} });
  server = await startLoopbackServer(folder, { answer, on: () => () => undefined, downloads });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A source without end that counts what was asked of it. */
function endless() {
  const part = Buffer.alloc(64 * 1024);
  let partsRead = 0;
  const stream = new Readable({
    read() {
      partsRead += 1;
      setImmediate(() => this.push(part));
    },
  });
  return { stream, readBytes: () => partsRead * part.length };
}
const offer = (open: () => Readable, dispose: () => Promise<void>) =>
  downloads.offer({ fileName: 'a.csv', mediaType: 'text/csv', sizeBytes: null, open, dispose });
const fetch = (path: string) =>
  new Promise<IncomingMessage>((resolve, reject) =>
    get(`${server.address}${path}`, resolve).on('error', reject),
  );

describe('a download', () => {
  it('that is aborted lets go of its source and of what was kept for it', async () => {
    const { stream } = endless();
    const dispose = vi.fn(async () => undefined);
    const response = await fetch(offer(() => stream, dispose).path);
    response.once('data', () => response.destroy());
    await vi.waitFor(() => expect(dispose).toHaveBeenCalledTimes(1));
    expect(stream.destroyed).toBe(true);
  });

  it('is sent at the pace of its reader, not held in memory', async () => {
    const { stream, readBytes } = endless();
    const response = await fetch(
      offer(
        () => stream,
        async () => undefined,
      ).path,
    );
    response.pause();
    // The buffers between the two fill up; then nothing more is asked for.
    let before = -1;
    await vi.waitFor(
      () => {
        const now = readBytes();
        const isStill = now === before;
        before = now;
        expect(isStill && now > 0).toBe(true);
      },
      { interval: 200, timeout: 10_000 },
    );
    expect(before).toBeLessThan(32 * 1024 * 1024);
    response.destroy();
  });

  it('that fails midway ends the connection, so that a part is not taken for the whole', async () => {
    const dispose = vi.fn(async () => undefined);
    const failing = () =>
      Readable.from(
        (function* () {
          yield 'first part';
          throw new Error('the disk is gone');
        })(),
      );
    const response = await fetch(offer(failing, dispose).path);
    const ended = await new Promise((resolve) => {
      response.once('error', () => resolve('broken'));
      response.once('end', () => resolve('whole'));
      response.resume();
    });
    expect(ended).toBe('broken');
    await vi.waitFor(() => expect(dispose).toHaveBeenCalledTimes(1));
  });

  it('that nobody fetches is let go of after its time', async () => {
    const dispose = vi.fn(async () => undefined);
    const hasty = new Downloads(join(folder, 'hasty'), 10);
    const what = {
      fileName: 'a',
      mediaType: 'x/y',
      sizeBytes: 1,
      open: () => Readable.from(['a']),
    };
    const { path } = hasty.offer({ ...what, dispose });
    await vi.waitFor(() => expect(dispose).toHaveBeenCalledTimes(1));
    expect(hasty.take(path.replace('/download/', ''))).toBeNull();
  });

  it('of too many that wait, the oldest is taken back', () => {
    const paths = Array.from(
      { length: 21 },
      () =>
        offer(
          () => Readable.from(['a']),
          async () => undefined,
        ).path,
    );
    expect(downloads.take(paths[0]!.replace('/download/', ''))).toBeNull();
    expect(downloads.take(paths[1]!.replace('/download/', ''))).not.toBeNull();
  });
});
