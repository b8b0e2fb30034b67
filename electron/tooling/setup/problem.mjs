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

/** Writes a thrown value to stderr and returns the exit code; a defect keeps its stack trace. */
export function tellProblem(thrown) {
  if (!(thrown instanceof Problem)) {
    console.error(thrown);
    return 1;
  }
  console.error(thrown.lines.join('\n'));
  return thrown.exitCode;
}
