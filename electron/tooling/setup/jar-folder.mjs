import { join } from 'node:path';
import { runMaven } from './maven-step.mjs';
import { amountText, measureFolder } from './measure-folder.mjs';
import { places } from './places.mjs';
import { contentHash, isStampFresh, removeStamp, writeStamp } from './stamps.mjs';
import { newFolderBeside, removeFoldersBeside, swapInto } from './swap-folder.mjs';

/**
 * Step: the jars a pom needs at run time, in a folder of jars alone. A changed pom fills a new
 * folder that replaces the old one, so no jar of an earlier version stays on the class path.
 */
export function jarFolder(root, { name, title, pom }) {
  const { jars, stamp } = places(root);
  const target = join(jars, name);
  const stampFile = stamp(`jars-${name}`);
  const inputs = () => contentHash(root, [pom]);
  return {
    name: `jars-${name}`,
    title,
    needsMaven: true,
    isDue: () => !isStampFresh(stampFile, inputs(), [target]),
    async run(context) {
      const inputsAtStart = inputs();
      const fresh = newFolderBeside(target);
      const goal = 'dependency:copy-dependencies';
      const args = ['-f', pom, goal, '-DincludeScope=runtime', `-DoutputDirectory=${fresh}`];
      try {
        await runMaven(`Fetching the ${title}`, args, { ...context, root });
        removeStamp(stampFile);
        swapInto(fresh, target);
        writeStamp(stampFile, inputsAtStart, [target]);
      } finally {
        removeFoldersBeside(target);
      }
      return amountText(await measureFolder(target), 'jar');
    },
  };
}
