import { explainFailure } from './explain-failure.mjs';
import { runChild } from './run-child.mjs';

const downloaded = /Downloaded from .*\(([\d.]+) ([kMG]?B)/;
const unitBytes = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** Adds up what Maven says it has downloaded, as words for the progress line. */
export function createDownloadCounter(amount) {
  let files = 0;
  let sizeBytes = 0;
  return (line) => {
    const match = downloaded.exec(line);
    if (match === null) return;
    files += 1;
    sizeBytes += Number(match[1]) * unitBytes[match[2]];
    amount(`downloaded ${files} files, ${(sizeBytes / 1e6).toFixed(1)} MB`);
  };
}

/** Runs Maven under the chosen JDK; fails with a `Problem` that says cause and remedy. */
export async function runMaven(title, args, context) {
  const { root, tools, environment, signal, amount, logFile, onStart } = context;
  // -U: without it Maven remembers a download that failed and does not try it again for a day.
  const result = await runChild(tools.maven, ['-B', '-U', ...args], {
    folder: root,
    environment: { ...environment, JAVA_HOME: tools.javaHome },
    onLine: createDownloadCounter(amount),
    logFile,
    onStart,
    signal,
    shell: process.platform === 'win32',
  });
  if (result.exitCode !== 0) throw explainFailure(title, result, logFile);
}
