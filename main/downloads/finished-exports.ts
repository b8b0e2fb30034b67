import { rm } from 'node:fs/promises';
import type { ExportDone, ExportRequest } from '../contract/export';
import type { DownloadOffer } from '../contract/download';
import { failed } from '../contract/failure';
import { toDownloadable, type FinishedExport } from './downloadable-export';
import type { Downloads } from './downloads';

type Asked = Pick<ExportRequest, 'subject' | 'requestId'>;

/** Exports that can still be fetched; beyond it the oldest is forgotten. */
const mostKept = 50;

/** The exports of this run, so that a browser can fetch them without ever naming a path. */
export class FinishedExports {
  private readonly byRequest = new Map<string, FinishedExport>();

  constructor(
    private readonly downloads: Downloads,
    private readonly pack: string,
  ) {}

  /** Remembers an export that was written to a person's folder, under the id of its request. */
  note(asked: Asked, done: ExportDone): ExportDone {
    if (asked.requestId === undefined) return done;
    const [oldest] = this.byRequest.keys();
    if (oldest !== undefined && this.byRequest.size >= mostKept) this.byRequest.delete(oldest);
    this.byRequest.set(asked.requestId, this.describe(asked, done));
    return done;
  }

  /** An address for an export of this run. Fails with `REQUEST_INVALID` or `EXPORT_PATH_MISSING`. */
  async offer(requestId: string): Promise<DownloadOffer> {
    const found = this.byRequest.get(requestId);
    const reason = 'no finished export of this run has this id';
    if (!found) throw failed('REQUEST_INVALID', { name: 'requestId', reason });
    return this.downloads.offer(await toDownloadable(found));
  }

  /**
   * Runs an export into a folder of its own and offers it; the folder goes with the download, its
   * abort, or its end of time. Fails like the export, and then nothing stays.
   */
  async runAside(
    asked: Asked,
    run: (folder: string) => Promise<ExportDone>,
  ): Promise<{ done: ExportDone; download: DownloadOffer }> {
    const folder = await this.downloads.makeFolder();
    const dispose = () => rm(folder, { recursive: true, force: true });
    try {
      const done = await run(folder);
      const what = await toDownloadable(this.describe(asked, done));
      return { done, download: this.downloads.offer({ ...what, dispose }) };
    } catch (error) {
      await dispose();
      throw error;
    }
  }

  private describe({ subject }: Asked, done: ExportDone): FinishedExport {
    const named = 'preset' in subject ? subject.preset : subject.kind;
    return { done, isPack: subject.kind === 'powerBi', name: `${this.pack}_${named}` };
  }
}
