import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { keptTexts, type KeepTextRequest, type KeptTexts } from './contract/kept-texts';
import { replaceFile } from './supervisor/exclusive-file';

/** The one that was kept longest ago goes first. */
const mostTexts = 500;

/** What windows keep in the data folder: a browser's own store is lost with the port of the page. */
export class KeptTextFile {
  private texts: Promise<Map<string, string>> | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly file: string) {}

  /** Empty before the first, and when the file cannot be read. */
  async read(): Promise<KeptTexts> {
    await this.turn;
    return { texts: Object.fromEntries(await this.load()) };
  }

  /** Keeps a text. What cannot be written is kept until the end of this run. */
  async keep({ name, text }: KeepTextRequest): Promise<void> {
    this.turn = this.turn
      .then(async () => {
        const texts = await this.load();
        texts.delete(name);
        if (text !== null) texts.set(name, text);
        const [oldest] = texts.keys();
        if (texts.size > mostTexts && oldest !== undefined) texts.delete(oldest);
        await mkdir(dirname(this.file), { recursive: true });
        await replaceFile(this.file, JSON.stringify({ texts: Object.fromEntries(texts) }));
      })
      .catch(() => undefined);
    await this.turn;
  }

  private load(): Promise<Map<string, string>> {
    this.texts ??= readFile(this.file, 'utf8')
      .then((text) => new Map(Object.entries(keptTexts.parse(JSON.parse(text)).texts)))
      .catch(() => new Map<string, string>());
    return this.texts;
  }
}
