import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { DownloadOffer } from '../contract/download';

/** One thing that a browser may fetch once. */
export interface Downloadable {
  /** ASCII letters, digits, `_`, `-` and `.` alone (export.md E-20). */
  readonly fileName: string;
  readonly mediaType: string;
  /** Null where it is known only when all is sent. */
  readonly sizeBytes: number | null;
  open(): Readable;
  /** Lets go of what was kept for it: after the download, its abort, or the end of its time. */
  dispose?(): Promise<void>;
}

/** How long an address waits for its one use. */
const lifeMs = 60_000;
/** Addresses that wait at the same time; beyond it the oldest is taken back. */
const mostWaiting = 20;

/**
 * Single-use addresses (ux.md section 13): whoever has one may fetch it once, without the token, so
 * that the browser can stream to the disk. They are handed out over the socket alone.
 */
export class Downloads {
  private readonly waiting = new Map<string, { what: Downloadable; timer: NodeJS.Timeout }>();

  private swept: Promise<void> | null = null;

  /** `folder` is for what is made for a download; what an earlier run left in it is removed. */
  constructor(
    private readonly folder: string,
    private readonly forMs = lifeMs,
  ) {}

  /** A folder of its own, for one download; whoever makes it removes it. */
  async makeFolder(): Promise<string> {
    await (this.swept ??= rm(this.folder, { recursive: true, force: true }));
    const made = join(this.folder, randomBytes(9).toString('hex'));
    await mkdir(made, { recursive: true, mode: 0o700 });
    return made;
  }

  offer(what: Downloadable): DownloadOffer {
    const [oldest] = this.waiting.keys();
    if (oldest !== undefined && this.waiting.size >= mostWaiting) void this.expire(oldest);
    const id = randomBytes(24).toString('base64url');
    const timer = setTimeout(() => void this.expire(id), this.forMs);
    timer.unref();
    this.waiting.set(id, { what, timer });
    const { fileName, sizeBytes } = what;
    return { path: `/download/${id}`, fileName, sizeBytes, expiresAtMs: Date.now() + this.forMs };
  }

  /** What an address stands for, from now on for nobody else; null for an unknown or used one. */
  take(id: string): Downloadable | null {
    const found = this.waiting.get(id);
    if (!found) return null;
    clearTimeout(found.timer);
    this.waiting.delete(id);
    return found.what;
  }

  async close(): Promise<void> {
    await Promise.all([...this.waiting.keys()].map((id) => this.expire(id)));
    await rm(this.folder, { recursive: true, force: true }).catch(() => undefined);
  }

  private async expire(id: string): Promise<void> {
    await this.take(id)
      ?.dispose?.()
      .catch(() => undefined);
  }
}
