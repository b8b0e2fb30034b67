import { shippedFolders } from '../settings/installation';
import { runCommandLine } from './program';

void runCommandLine(shippedFolders().version, process.argv.slice(2)).then(() => {
  // Native handles of DuckDB and idle sockets must not hold the process open.
  process.exit();
});
