/** Frames of a Java stack trace, and lines that programs write to each other. */
const notForPeople = /^\s+at \S|^\s*\.\.\. \d+ more$|^@progress /;

/** The lines of a log that tell a person something: the full text stays in the log file. */
export function logLinesForPeople(lines: readonly string[]): string[] {
  return lines.filter((line) => !notForPeople.test(line));
}
