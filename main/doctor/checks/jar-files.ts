import { say } from '../../contract/doctor-sentences';
import { compareWithManifest } from '../jar-manifest';
import { broken, passed, warning, type Check, type Finding } from '../check';
import type { DoctorPlace } from '../doctor-place';

const remedy = say('doSetupAnew');
const isDelta = (name: string) => name.startsWith('delta-');

/** Every file there, none too many, sizes and SHA-256 as the set-up noted them. */
async function ask(
  { jarsFolder }: DoctorPlace,
  parts: readonly string[],
  isConcerned: (name: string) => boolean,
): Promise<Finding> {
  let files = 0;
  for (const part of parts) {
    const found = await compareWithManifest(jarsFolder, part, isConcerned);
    if (found.kind === 'noManifest') {
      return warning(say('noFileList', { part }), say('doSetup'));
    }
    if (found.kind === 'differs') return broken(found.difference, remedy);
    files += found.files;
  }
  if (files === 0) return broken(say('noFiles'), remedy);
  return passed(say('filesWhole', { files }));
}

export const sparkFiles: Check = {
  id: 'sparkFiles',
  question: 'Are the files of Spark and of the job whole?',
  ask: (place) => ask(place, ['spark', 'job'], (name) => !isDelta(name)),
};

export const brokerFiles: Check = {
  id: 'brokerFiles',
  question: 'Are the files of the broker whole?',
  ask: (place) => ask(place, ['broker'], () => true),
};

export const deltaFiles: Check = {
  id: 'deltaFiles',
  question: 'Are the files of Delta whole?',
  ask: (place) => ask(place, ['spark'], isDelta),
};
