// Read by a Node that may be too old: no syntax here that Node 14 does not know.
import { isFitNode, parseVersion } from './version.mjs';

/** True when this Node works; else says what to install and sets the exit code. */
export function checkNode(version = process.versions.node) {
  if (isFitNode(parseVersion(version))) return true;
  console.error(`Node ${version} does not work here.`);
  console.error('  Needed: Node 20.19 or later (of 22: 22.12 or later; not 21).');
  console.error('  Install: the LTS version from nodejs.org, or `nvm install --lts`.');
  console.error('Then run the same command again.');
  process.exitCode = 1;
  return false;
}
