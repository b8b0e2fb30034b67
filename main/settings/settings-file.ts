import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMap, isScalar, parseDocument, Document, type YAMLMap } from 'yaml';
import type { SettingValue } from '../contract/settings';
import { failed } from '../contract/failure';
import { inDataFolder, makeFolder } from './data-folder';

/** `settings.yaml`: maps within maps as names have dots, in YAML 1.2. What a person wrote beside it stays. */
export class SettingsFile {
  constructor(readonly path: string) {}

  /**
   * Values by `<group>.<name>`, whatever they are; empty for a file that is not there. Fails with
   * `SETTINGS_FILE_INVALID`, which names the line.
   */
  async read(): Promise<ReadonlyMap<string, unknown>> {
    const values = new Map<string, unknown>();
    const gather = (map: YAMLMap, before: string) => {
      for (const { key, value } of map.items) {
        const name = `${before}${isScalar(key) ? String(key.value) : String(key)}`;
        if (isMap(value)) gather(value, `${name}.`);
        else values.set(name, isScalar(value) ? value.value : value);
      }
    };
    const { contents } = await this.parse();
    if (isMap(contents)) gather(contents, '');
    return values;
  }

  /**
   * Writes one value, or takes it out (`undefined`); comments and other entries stay. Fails with
   * `SETTINGS_FILE_INVALID` where a group is no map, and like `inDataFolder`.
   */
  async write(name: string, value: SettingValue | undefined): Promise<void> {
    const document = await this.parse();
    const path = name.split('.');
    if (value === undefined && !document.hasIn(path)) return;
    for (let depth = 1; depth < path.length; depth += 1) {
      const group = path.slice(0, depth);
      const found = document.getIn(group, true);
      // A group without a name below it is empty; anything else a person meant somehow.
      if (isScalar(found) && found.value === null) document.deleteIn(group);
      else if (found !== undefined && !isMap(found)) {
        const reason = `"${group.join('.')}" must hold names with values`;
        throw failed('SETTINGS_FILE_INVALID', { file: this.path, reason });
      }
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
