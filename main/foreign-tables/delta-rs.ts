import { join } from 'node:path';

/** The Python with delta-rs in it, as the tests' preparation has noted it; null without one. */
export function findDeltaRs(): string | null {
  const python = process.env['DELTADESK_INDEPENDENT_READER'];
  if (python) return python;
  if (process.env['CI']) throw new Error('delta-rs, the independent reader, was not prepared.');
  return null;
}

/** One of the programs beside this file that delta-rs runs. */
export function deltaRsProgram(name: string): string {
  return join(__dirname, name);
}
