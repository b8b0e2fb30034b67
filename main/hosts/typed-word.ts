import { createInterface } from 'node:readline/promises';

/** What a person types when asked for a word; null where nobody can type, or at Ctrl-C. */
export async function typedWord(word: string, purpose: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  // The question goes to stderr: with --json, stdout is one object.
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`Type ${word} to ${purpose}: `)).trim();
  } catch {
    return null;
  } finally {
    terminal.close();
  }
}
