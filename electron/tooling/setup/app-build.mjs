import { join } from 'node:path';
import { explainFailure } from './explain-failure.mjs';
import { measureFolder, amountText } from './measure-folder.mjs';
import { places } from './places.mjs';
import { runNpm } from './run-npm.mjs';
import { contentHash, isStampFresh, removeStamp, writeStamp } from './stamps.mjs';

const sources = [
  'main',
  'electron',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const outputs = ['electron', 'cli', 'chunks', 'preload', 'renderer'];
const notBuilt =
  /\.test\.\w+$|\.spec\.\w+$|electron[\\/]e2e$|electron[\\/]tooling[\\/](setup|test|desktop-runtime|[\w-]+\.mjs)$/;

/** Step: main, preload, renderer and command line, bundled into `out/`. */
export function appBuild(root) {
  const { out, stamp } = places(root);
  const stampFile = stamp('app');
  const folders = outputs.map((name) => join(out, name));
  const inputs = () => contentHash(root, sources, (path) => !notBuilt.test(path));
  return {
    name: 'app',
    title: 'window and command line',
    needsMaven: false,
    isDue: () => !isStampFresh(stampFile, inputs(), folders),
    async run({ environment, signal, logFile, onStart }) {
      const inputsAtStart = inputs();
      removeStamp(stampFile);
      const options = { folder: root, environment, logFile, onStart, signal };
      const result = await runNpm(['run', 'build'], options);
      if (result.exitCode !== 0) throw explainFailure('Building the app', result, logFile);
      writeStamp(stampFile, inputsAtStart, folders);
      const sizes = await Promise.all(folders.map(measureFolder));
      const sum = (key) => sizes.reduce((total, size) => total + size[key], 0);
      return amountText({ files: sum('files'), sizeBytes: sum('sizeBytes') });
    },
  };
}
