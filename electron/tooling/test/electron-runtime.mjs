import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the `electron` package keeps its own runtime once it is fetched; false when it is not. */
function isOwnRuntimeThere(root) {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return false;
  return existsSync(join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()));
}

/**
 * The environment that lets tests find an Electron: nothing where one is named or fetched already,
 * else on Linux x64 the runtime that `desktop-runtime/install.sh` installs. Fails in one sentence.
 */
export function electronEnvironment(root, environment = process.env) {
  if (environment.ELECTRON_OVERRIDE_DIST_PATH || isOwnRuntimeThere(root)) return {};
  if (process.platform !== 'linux' || process.arch !== 'x64') return {};
  const script = join(root, 'electron', 'tooling', 'desktop-runtime', 'install.sh');
  const installed = spawnSync('bash', [script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const folder = installed.stdout?.trim().split('\n').at(-1);
  if (installed.status !== 0 || !folder) {
    throw new Error('Electron for the tests could not be installed: see the lines above.');
  }
  return { ELECTRON_OVERRIDE_DIST_PATH: folder };
}
