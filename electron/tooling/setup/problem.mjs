/** An expected end of the setup, told to a person in plain sentences, never as a stack trace. */
export class Problem extends Error {
  /** `lines`: what is wrong first, then what to do; `exitCode`: 1, or 130 and 143 after a signal. */
  constructor(lines, exitCode = 1) {
    super(lines[0]);
    this.lines = lines;
    this.exitCode = exitCode;
  }
}

/** The end by Ctrl-C or by a signal from outside: nothing is wrong, and nothing is half done. */
export function interrupted(signalName, command) {
  return new Problem(
    [`Interrupted. Run \`${command}\` again to go on where it stopped.`],
    signalName === 'SIGINT' ? 130 : 143,
  );
}

const systemFailures = {
  ENOSPC: 'The disk is full. Free about 3 GB, then run the same command again.',
  EACCES: 'It may not be written. Give yourself the right to write in the checkout.',
  EPERM: 'It may not be written. Give yourself the right to write in the checkout.',
  EROFS: 'It is on a disk that cannot be written. Use a checkout on another one.',
  ENOTDIR: 'A file is where a folder must be. Remove it, then run the same command again.',
  EEXIST: 'A file is where a folder must be. Remove it, then run the same command again.',
};

/** What the operating system refused, as a `Problem`; anything else unchanged: it is a defect. */
function explained(thrown) {
  const meaning = systemFailures[thrown?.code];
  return meaning === undefined ? thrown : new Problem([`${thrown.path ?? 'A file'}: ${meaning}`]);
}

/** Writes a thrown value to stderr and returns the exit code; a defect keeps its stack trace. */
export function tellProblem(thrown) {
  const problem = explained(thrown);
  if (!(problem instanceof Problem)) {
    console.error(problem);
    return 1;
  }
  console.error(problem.lines.join('\n'));
  return problem.exitCode;
}
