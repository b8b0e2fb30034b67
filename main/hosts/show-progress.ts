import { createLogUpdate } from 'log-update';

/** How much of a long command is done, on one line of the terminal that is refreshed in place. */
export interface ProgressLine {
  onProgress(percent: number): void;
  /** Removes the line. */
  end(): void;
}

/** Shows progress on stderr; where that is no terminal, nothing. */
export function showProgress(name: string, output = process.stderr): ProgressLine {
  if (!output.isTTY) return { onProgress: () => undefined, end: () => undefined };
  const line = createLogUpdate(output);
  return {
    onProgress: (percent) => line(`${name}: ${Math.floor(percent)} %`),
    end: () => line.clear(),
  };
}
