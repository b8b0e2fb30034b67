import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { places } from './places.mjs';

/** The folders of jars, each with the stamp of the step that fills it. */
const stampByPart = { broker: 'jars-broker', spark: 'jars-spark', job: 'job-jar' };

/**
 * Step: notes size and SHA-256 of every jar, so that `deltadesk doctor` can tell a damaged one. Due
 * when a folder was filled anew, and never because of the jars themselves: what has changed since
 * is what the doctor is to find.
 */
export function jarManifests(root) {
  const { jars, stamp } = places(root);
  const own = stamp('jar-manifests');
  const parts = Object.keys(stampByPart);
  const fileOf = (part) => join(jars, `${part}.manifest.json`);
  const filled = () =>
    parts
      .map((part) => stamp(stampByPart[part]))
      .map((file) => (existsSync(file) ? `${statSync(file).mtimeMs} ${file}` : 'none'))
      .join('\n');
  return {
    name: 'jar-manifests',
    title: 'list of the jars',
    needsMaven: false,
    isDue: () =>
      !existsSync(own) ||
      readFileSync(own, 'utf8') !== filled() ||
      parts.some((part) => !existsSync(fileOf(part))),
    async run() {
      const filledBefore = filled();
      let count = 0;
      for (const part of parts) {
        const files = readdirSync(join(jars, part))
          .sort()
          .map((name) => ({ name, ...describe(join(jars, part, name)) }));
        count += files.length;
        writeFileSync(fileOf(part), `${JSON.stringify({ files }, null, 1)}\n`);
      }
      mkdirSync(dirname(own), { recursive: true });
      writeFileSync(own, filledBefore);
      return `${count} jars`;
    },
  };
}

function describe(file) {
  const content = readFileSync(file);
  return {
    sizeBytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}
