/** `7 s` or `3 min 05 s`. */
export function durationText(durationMs) {
  const seconds = Math.round(durationMs / 1000);
  if (durationMs < 950) return `${Math.max(0.1, durationMs / 1000).toFixed(1)} s`;
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/**
 * Shows which step of how many runs, how much it has done and for how long. On a terminal one line
 * is kept up to date; elsewhere a line is written at start and end and every 10 s between.
 */
export function createProgress(stream = process.stdout) {
  const isTerminal = stream.isTTY === true;
  const intervalMs = isTerminal ? 250 : 10_000;
  let current = null;

  const text = () => {
    const elapsed = durationText(Date.now() - current.sinceMs);
    return [`${current.head} ${current.title}`, current.amount, elapsed]
      .filter(Boolean)
      .join(' · ');
  };
  const redraw = () => {
    if (!isTerminal) return stream.write(`${text()}\n`);
    return stream.write(`\r\u001b[2K${text().slice(0, Math.max(20, (stream.columns || 80) - 1))}`);
  };
  const clear = () => {
    clearInterval(current?.timer);
    if (isTerminal && current !== null) stream.write('\r\u001b[2K');
    current = null;
  };

  return {
    /** One line that stays. */
    note(line) {
      if (isTerminal && current !== null) stream.write('\r\u001b[2K');
      stream.write(`${line}\n`);
    },
    begin(index, count, title) {
      const head = `[${index}/${count}]`;
      current = { head, title, amount: '', sinceMs: Date.now(), timer: null };
      if (isTerminal) redraw();
      else stream.write(`${head} ${title} …\n`);
      current.timer = setInterval(redraw, intervalMs);
    },
    /** How much is done so far, in the step's own words. */
    amount(words) {
      if (current !== null) current.amount = words;
    },
    done(words) {
      const { head, title, sinceMs } = current;
      clear();
      stream.write(`${head} ${title}: ${words}, in ${durationText(Date.now() - sinceMs)}\n`);
    },
    close: clear,
  };
}
