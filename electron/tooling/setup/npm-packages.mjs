import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFailure } from './explain-failure.mjs';
import { amountText, measureFolder } from './measure-folder.mjs';
import { runNpm } from './run-npm.mjs';

const pollMs = 2000;

function packagesOf(lockFile) {
  const { '': _root, ...packages } = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return packages;
}

/** An optional package may be absent, except when it is made for this very platform. */
function mayBeAbsent({ optional, os, cpu, libc }) {
  const isForHere = os?.includes(process.platform) && cpu?.includes(process.arch);
  return optional === true && !(isForHere && libc === undefined);
}

/**
 * True when what npm noted as installed (it writes that last) is what `package-lock.json` asks for.
 * Held against the lock itself, so that a person's own `npm ci` counts as well.
 */
export function isInstalled(root) {
  try {
    const wanted = packagesOf(join(root, 'package-lock.json'));
    const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
    const isSame = ([path, entry]) => installed[path]?.version === entry.version;
    return (
      Object.keys(installed).every((path) => path in wanted && existsSync(join(root, path))) &&
      Object.entries(wanted).every((entry) => isSame(entry) || mayBeAbsent(entry[1]))
    );
  } catch {
    return false;
  }
}

/** Step: npm packages, exactly as the lockfile says. */
export function npmPackages(root) {
  const folder = join(root, 'node_modules');
  return {
    name: 'npm',
    title: 'npm packages',
    needsMaven: false,
    isDue: () => !isInstalled(root),
    async run({ environment, signal, amount, logFile, onStart }) {
      const show = async () => amount(amountText(await measureFolder(folder)));
      const timer = setInterval(show, pollMs);
      // A NODE_ENV or an omit setting of the user's would leave out what the build needs.
      const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
      const options = { folder: root, environment, logFile, onStart, signal };
      const result = await runNpm(args, options);
      clearInterval(timer);
      if (result.exitCode !== 0 || !isInstalled(root)) {
        throw explainFailure('Installing the npm packages', result, logFile);
      }
      return amountText(await measureFolder(folder));
    },
  };
}
