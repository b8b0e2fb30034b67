import { rm, writeFile } from 'node:fs/promises';
import type { ControlAddress } from '../contract/wire';

/** Tells the command line where this instance listens; readable by the user alone. */
export async function writeControlAddress(file: string, address: ControlAddress): Promise<void> {
  await rm(file, { force: true });
  await writeFile(file, `${JSON.stringify(address)}\n`, { mode: 0o600 });
}

export function removeControlAddress(file: string): Promise<void> {
  return rm(file, { force: true });
}
