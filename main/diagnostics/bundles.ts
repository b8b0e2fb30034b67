import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { zipStream, type ZipEntry } from '../archives/zip-stream';
import type { BundleEntry, BundleSaved, DebugBundle, SaveBundleRequest } from '../contract/bundle';
import { failed } from '../contract/failure';
import type { Downloadable } from '../downloads/downloads';
import { prepareTarget, toPathFailure, whyNoFileName } from '../export/target-folder';
import { readBundleParts, type BundlePart } from './bundle-parts';
import type { BundlePlace } from './bundle-place';
import { readKnownSecrets } from './known-secrets';
import { Redactor } from './redact';

interface KeptBundle {
  readonly bundle: DebugBundle;
  readonly files: readonly ZipEntry[];
}

/** Bundles that are kept at the same time: a few megabytes each. */
const mostKept = 3;
/** What the files lie in, in the zip. */
const innerFolder = 'deltadesk-support';

/**
 * Debug bundles: put together and cleaned first, listed, and then saved or downloaded exactly as they
 * were listed (ux.md 5.9). Nothing is sent anywhere.
 */
export class Bundles {
  private readonly kept = new Map<string, KeptBundle>();

  constructor(private readonly place: BundlePlace) {}

  async prepare(): Promise<DebugBundle> {
    const parts = await readBundleParts(this.place);
    const redactor = new Redactor(await readKnownSecrets(this.place.paths.control, process.env));
    const entries: BundleEntry[] = [];
    const files: ZipEntry[] = [];
    for (const part of parts) {
      const bytes = Buffer.from(cleaned(part, redactor));
      files.push({ name: `${innerFolder}/${part.name}`, bytes });
      const removed = redactor.takeCounts();
      entries.push({ name: part.name, sizeBytes: bytes.length, removed });
    }
    const createdAtMs = Date.now();
    const list = Buffer.from(`${JSON.stringify({ createdAtMs, entries }, null, 1)}\n`);
    files.unshift({ name: `${innerFolder}/contents.json`, bytes: list });
    entries.unshift({ name: 'contents.json', sizeBytes: list.length, removed: {} });
    const time = new Date(createdAtMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
    const fileName = `deltadesk-support-${time}.zip`;
    const bundle = { bundleId: randomUUID(), fileName, createdAtMs, entries };
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size >= mostKept) this.kept.delete(oldest);
    this.kept.set(bundle.bundleId, { bundle, files });
    return bundle;
  }

  /** Fails with `REQUEST_INVALID` for a bundle that is not kept any more. */
  toDownloadable(bundleId: string): Downloadable {
    const { bundle } = this.find(bundleId);
    const open = () => this.open(bundleId);
    return { fileName: bundle.fileName, mediaType: 'application/zip', sizeBytes: null, open };
  }

  /** Writes the zip, whole or not at all. Fails like an export for a folder that cannot be used. */
  async save({ bundleId, to }: SaveBundleRequest): Promise<BundleSaved> {
    const { bundle } = this.find(bundleId);
    const folder = to === null ? await this.supportFolder() : await this.checkedFolder(to);
    const file = join(folder, to?.name ?? bundle.fileName);
    const bytes: Buffer[] = [];
    for await (const part of this.open(bundleId)) bytes.push(part as Buffer);
    const zip = Buffer.concat(bytes);
    const part = `${file}.part`;
    try {
      await writeFile(part, zip, { mode: 0o600 });
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      throw toPathFailure(error, folder);
    }
    return { file, sizeBytes: zip.length };
  }

  private open(bundleId: string): Readable {
    return zipStream(this.find(bundleId).files);
  }

  private async supportFolder(): Promise<string> {
    const { support } = this.place.paths;
    await mkdir(support, { recursive: true, mode: 0o700 });
    return support;
  }

  /** Only a zip file is ever written, and none between the tables. */
  private async checkedFolder({ folder, name }: { folder: string; name: string }): Promise<string> {
    const reason = name.endsWith('.zip') ? whyNoFileName(name) : 'it does not end in .zip';
    if (reason !== null) throw failed('EXPORT_PATH_INVALID', { folder: name, reason });
    const { dataFolder } = this.place.paths;
    return prepareTarget(folder, { dataFolder, create: false });
  }

  private find(bundleId: string): KeptBundle {
    const found = this.kept.get(bundleId);
    if (found) return found;
    const reason = 'this bundle is not kept any more: make it anew';
    throw failed('REQUEST_INVALID', { name: 'bundleId', reason });
  }
}

function cleaned(part: BundlePart, redactor: Redactor): string {
  if ('text' in part) return redactor.text(part.text);
  return `${JSON.stringify(redactor.value(part.value), null, 1)}\n`;
}
