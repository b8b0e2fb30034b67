import { join } from 'node:path';
import { explainFailure } from './explain-failure.mjs';
import { amountText, measureFolder } from './measure-folder.mjs';
import { places } from './places.mjs';
import { runChild } from './run-child.mjs';
import { contentHash, isStampFresh, removeStamp, writeStamp } from './stamps.mjs';
import { newFolderBeside, removeFoldersBeside, swapInto } from './swap-folder.mjs';

/** What decides which rows are in the sample, and which classes its JVMs load. */
const sources = [
  'spark/pom.xml',
  'spark/broker/pom.xml',
  'spark/src/main',
  'resources/streams/sales',
  'main/generate',
  'main/sample',
];
const isNoTest = (path) => !/\.test\.\w+$/.test(path);

/**
 * Step: the sample lakehouse, by the real broker and job, and the class archives of their JVMs; made
 * again when what decides them changed.
 */
export function sample(root) {
  const { sample: target, classArchives, commandLine, stamp } = places(root);
  const stampFile = stamp('sample');
  const inputs = () => contentHash(root, sources, isNoTest);
  return {
    name: 'sample',
    title: 'sample data and class archives',
    needsMaven: false,
    isDue: () => !isStampFresh(stampFile, inputs(), [target, classArchives]),
    async run({ tools, environment, signal, logFile, onStart }) {
      const inputsAtStart = inputs();
      const beside = newFolderBeside(target);
      try {
        const [work, fresh, archives] = ['work', 'sample', 'archives'].map((n) => join(beside, n));
        const args = [commandLine, 'make-sample', '--data-folder', work, '--to', fresh];
        args.push('--class-archives', archives);
        const result = await runChild(process.execPath, args, {
          folder: root,
          environment: { ...environment, JAVA_HOME: tools.javaHome },
          logFile,
          onStart,
          signal,
        });
        if (result.exitCode !== 0) throw explainFailure('Making the sample data', result, logFile);
        removeStamp(stampFile);
        swapInto(fresh, target);
        swapInto(archives, classArchives);
        writeStamp(stampFile, inputsAtStart, [target, classArchives]);
      } finally {
        removeFoldersBeside(target);
      }
      return amountText(await measureFolder(target));
    },
  };
}
