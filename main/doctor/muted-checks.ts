import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { doctorCheckIds, type DoctorCheckId } from '../contract/doctor';
import { replaceFile } from '../supervisor/exclusive-file';

/** The checks that a person has muted, in the doctor's order; none when the file cannot be read. */
export async function readMutedChecks(file: string): Promise<DoctorCheckId[]> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    return doctorCheckIds.filter((id) => Array.isArray(kept) && kept.includes(id));
  } catch {
    return [];
  }
}

/** Mutes a check or lets it count again; all that are muted then. */
export async function muteCheck(
  file: string,
  id: DoctorCheckId,
  muted: boolean,
): Promise<DoctorCheckId[]> {
  const others = (await readMutedChecks(file)).filter((one) => one !== id);
  const now = doctorCheckIds.filter((one) => others.includes(one) || (muted && one === id));
  await mkdir(dirname(file), { recursive: true });
  await replaceFile(file, `${JSON.stringify(now)}\n`);
  return now;
}
