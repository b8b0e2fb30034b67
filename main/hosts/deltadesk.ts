import { toFailure } from '../contract/failure';
import { shippedFolders } from '../settings/installation';
import { runCommandLine } from './program';
import { reportFailure } from './report-failure';

// A defect ends with a sentence, not with a stack trace; the services end with this process.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    reportFailure(toFailure(error), false);
    process.exit(1);
  });
}

void runCommandLine(shippedFolders().version, process.argv.slice(2)).then(() => {
  // Native handles of DuckDB and idle sockets must not hold the process open.
  process.exit();
});
