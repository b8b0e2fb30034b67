/**
 * Drawings that wait, one for each chart, oldest first. A new version of a table changes ten charts
 * at once: drawn in one frame they would hold up keys and pointer for as long as all of them take.
 */
const waiting = new Map<object, () => void>();
let frame: number | null = null;

/**
 * Calls `draw` in one of the next frames, one drawing a frame; a later one of the same `owner`
 * takes its place in the queue. The frames of a hidden page wait until it is seen. Gives what takes
 * it back.
 */
export function drawSoon(owner: object, draw: () => void): () => void {
  waiting.set(owner, draw);
  frame ??= requestAnimationFrame(drawNext);
  return () => {
    if (waiting.get(owner) === draw) waiting.delete(owner);
  };
}

function drawNext(): void {
  const [next] = waiting;
  frame = null;
  if (!next) return;
  const [owner, draw] = next;
  waiting.delete(owner);
  if (waiting.size > 0) frame = requestAnimationFrame(drawNext);
  draw();
}
