import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { places } from '../setup/places.mjs';

/** delta-rs and what its own releases could break, pinned. */
const packages = ['deltalake==1.6.6', 'arro3-core==0.9.1'];
const isWindows = process.platform === 'win32';

function run(program, args, environment) {
  const options = { encoding: 'utf8', env: environment };
  const { status, error, stderr } = spawnSync(program, args, options);
  if (status === 0) return;
  throw new Error(error?.message ?? stderr.trim().split('\n').at(-1));
}

/** Makes a Python environment of its own below `out/`, once; returns its Python. */
function prepare(root, environment) {
  const folder = join(places(root).out, 'independent-reader');
  const python = join(folder, isWindows ? 'Scripts/python.exe' : 'bin/python');
  const stamp = join(folder, packages.join('_'));
  if (existsSync(stamp)) return python;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(places(root).out, { recursive: true });
  run(isWindows ? 'python' : 'python3', ['-m', 'venv', folder], environment);
  const quiet = ['--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
  run(python, ['-m', 'pip', 'install', ...quiet, ...packages], environment);
  writeFileSync(stamp, '');
  return python;
}

/**
 * The environment that lets tests read tables with delta-rs, a reader that is not ours. Where it
 * cannot be had: an error in continuous integration, else a sentence, and those tests are skipped.
 */
export function independentReaderEnvironment(root, environment = process.env) {
  try {
    return { DELTADESK_INDEPENDENT_READER: prepare(root, environment) };
  } catch (error) {
    const sentence = `delta-rs, the independent reader, could not be installed: ${error.message}`;
    if (environment.CI) throw new Error(sentence);
    console.log(`${sentence}\nIts tests are skipped. It needs python3 with venv and pip.`);
    return {};
  }
}
