import { copyFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runMaven } from './maven-step.mjs';
import { places } from './places.mjs';
import { contentHash, isStampFresh, removeStamp, writeStamp } from './stamps.mjs';
import { newFolderBeside, removeFoldersBeside, swapInto } from './swap-folder.mjs';

const pom = 'spark/pom.xml';

/** Step: the streaming job's own jar, built again only when its source or its pom changed. */
export function jobJar(root) {
  const { jobJar: jar, stamp } = places(root);
  const target = dirname(jar);
  const stampFile = stamp('job-jar');
  const inputs = () => contentHash(root, [pom, 'spark/src/main']);
  return {
    name: 'job-jar',
    title: 'streaming job',
    needsMaven: true,
    isDue: () => !isStampFresh(stampFile, inputs(), [target]),
    async run(context) {
      const inputsAtStart = inputs();
      // Neither built nor run: the tests have a stage of their own in `npm test`.
      const args = ['-f', pom, 'package', '-Dmaven.test.skip=true'];
      await runMaven('Building the streaming job', args, { ...context, root });
      const fresh = newFolderBeside(target);
      try {
        copyFileSync(join(root, 'spark', 'target', basename(jar)), join(fresh, basename(jar)));
        removeStamp(stampFile);
        swapInto(fresh, target);
        writeStamp(stampFile, inputsAtStart, [target]);
      } finally {
        removeFoldersBeside(target);
      }
      return `${Math.ceil(statSync(jar).size / 1000)} kB`;
    },
  };
}
