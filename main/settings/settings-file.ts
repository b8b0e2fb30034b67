import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMap, isScalar, parseDocument, Document } from 'yaml';
import type { SettingValue } from '../contract/settings';
import { failed } from '../contract/failure';
import { inDataFolder, makeFolder } from './data-folder';

/** `settings.yaml`: one map for each group, in YAML 1.2. What a person wrote beside it stays. */
export class SettingsFile {
  constructor(readonly path: string) {}

  /**
   * Values by `<group>.<name>`, whatever they are; empty for a file that is not there. Fails with
   * `SETTINGS_FILE_INVALID`, which names the line.
   */
  async read(): Promise<ReadonlyMap<string, unknown>> {
    const document = await this.parse();
    const values = new Map<string, unknown>();
    if (!isMap(document.contents)) return values;
    for (const { key, value } of document.contents.items) {
      const group = isScalar(key) ? String(key.value) : String(key);
      if (!isMap(value)) {
        values.set(group, value);
        continue;
      }
      for (const entry of value.items) {
        const name = isScalar(entry.key) ? String(entry.key.value) : String(entry.key);
        values.set(`${group}.${name}`, isScalar(entry.value) ? entry.value.value : entry.value);
      }
    }
    return values;
  }

  /**
   * Writes one value, or takes it out (`undefined`); comments and other entries stay. Fails with
   * `SETTINGS_FILE_INVALID` where the group is no map, and like `inDataFolder`.
   */
  async write(name: string, value: SettingValue | undefined): Promise<void> {
    const document = await this.parse();
    const path = name.split('.');
    if (value === undefined && !document.hasIn(path)) return;
    const [group] = path;
    const found = document.get(group, true);
    // A group without a name below it is empty; anything else a person meant somehow.
    if (isScalar(found) && found.value === null) document.delete(group);
    else if (found !== undefined && !isMap(found)) {
      const reason = `"${group}" must hold names with values`;
      throw failed('SETTINGS_FILE_INVALID', { file: this.path, reason });
    }
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, value);
    const folder = dirname(this.path);
    const unfinished = `${this.path}.tmp`;
    await inDataFolder(folder, async () => {
      await makeFolder(folder);
      await writeFile(unfinished, document.toString(), { mode: 0o600 });
      await rename(unfinished, this.path);
    });
  }

  private async parse(): Promise<Document> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      // A data folder that is a file is named by whoever makes the folder.
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '';
      throw failed('SETTINGS_FILE_INVALID', { file: this.path, reason: error.message });
    });
    if (text.trim() === '') return new Document({});
    const document = parseDocument(text, { prettyErrors: true });
    const reason = document.errors[0]?.message.split('\n')[0] ?? null;
    const isNoMap = document.contents !== null && !isMap(document.contents);
    if (reason !== null || isNoMap) {
      const expected = 'groups with names and values are expected';
      throw failed('SETTINGS_FILE_INVALID', { file: this.path, reason: reason ?? expected });
    }
    return document as unknown as Document;
  }
}
