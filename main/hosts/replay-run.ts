import { join } from 'node:path';
import { failed } from '../contract/failure';
import { Replay } from '../replay/replay';
import { loadPack, type LoadedPack } from '../settings/load-pack';
import { dataPaths } from '../settings/paths';
import type { TableReading } from '../reading/table-reading';

interface ReplayOptions {
  readonly dataFolder: string;
  readonly pack: string;
  readonly replayFiles: readonly string[];
  readonly isAgreed: boolean;
}

/**
 * The replay that the options name, for the pack as `choose` has it; null when they name no file.
 * Fails like `Replay.open`.
 */
export async function openReplay(
  options: ReplayOptions,
  resourcesFolder: string,
  choose: (loaded: LoadedPack) => LoadedPack = (loaded) => loaded,
): Promise<Replay | null> {
  if (options.replayFiles.length === 0) return null;
  const { pack } = choose(loadPack(resourcesFolder, options.pack));
  const badLines = join(dataPaths(options.dataFolder).logs, 'replay-bad-lines.txt');
  return Replay.open(options.replayFiles, pack, badLines);
}

/** `REPLAY_WINDOWS_CLOSED` when events would be left out of windows and nobody agreed to that. */
export async function requireOpenWindows(
  replay: Replay,
  reading: TableReading,
  { isAgreed }: ReplayOptions,
): Promise<void> {
  const maxEventTimeMs = await reading.maxEventTimeMs();
  if (maxEventTimeMs === null) return;
  const events = await replay.countClosed(maxEventTimeMs);
  if (events === 0) return;
  if (!isAgreed) throw failed('REPLAY_WINDOWS_CLOSED', { events });
  process.stderr.write(`${events} events are older than the watermark: no window counts them.\n`);
}

/** Tells once a second, on stderr, how far the replay is; returns what ends it. */
export function showReplayProgress(replay: Replay): () => void {
  let startedAtMs: number | null = null;
  let shown = -1;
  const show = () => {
    const { totalBytes, readBytes, lines } = replay.progress();
    if (lines === 0 || lines === shown) return;
    shown = lines;
    // The start of broker and job is not the replay's time.
    startedAtMs ??= Date.now() - 1_000;
    const seconds = (Date.now() - startedAtMs) / 1000;
    const remaining =
      readBytes === 0 ? '—' : Math.ceil((seconds * (totalBytes - readBytes)) / readBytes);
    process.stderr.write(
      `Replay: ${readBytes} of ${totalBytes} bytes, ${lines} lines, ` +
        `${Math.round(lines / seconds)} lines/s, about ${remaining} s left\n`,
    );
  };
  const timer = setInterval(show, 1_000);
  return () => clearInterval(timer);
}
