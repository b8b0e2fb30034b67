import { StringDecoder } from 'node:string_decoder';

/** A line without an end must not fill the memory: it is cut here. In UTF-16 units. */
const longestLine = 1024 * 1024;

/**
 * Cuts a stream of bytes into lines, in whatever pieces it comes. `\r\n` ends a line as `\n` does;
 * a character that is split between two pieces is put together.
 */
export class LineSplitter {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';

  /** The lines that this piece completes. */
  push(piece: Buffer): string[] {
    const lines = (this.rest + this.decoder.write(piece)).split('\n');
    this.rest = lines.pop() ?? '';
    if (this.rest.length >= longestLine) {
      lines.push(this.rest);
      this.rest = '';
    }
    return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  }

  /** The last line, which nothing has ended; empty when there is none. */
  end(): string[] {
    const last = this.rest + this.decoder.end();
    this.rest = '';
    return last === '' ? [] : [last];
  }
}
