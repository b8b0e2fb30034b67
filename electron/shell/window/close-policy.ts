import type { PipelineState } from '../../../main/contract/pipeline';

/** What a person has chosen for closing the window while the pipeline runs. */
export type ClosingChoice = 'automatic' | 'hide' | 'quit' | 'ask';

export interface ClosingSituation {
  readonly platform: NodeJS.Platform;
  readonly state: PipelineState;
  readonly choice: ClosingChoice;
  /** Whether a tray icon can be seen, by which the window comes back. */
  readonly hasTray: boolean;
}

/**
 * What closing the window does (ux.md section 6): on macOS the app stays in the Dock, elsewhere it
 * ends when nothing runs, and goes on in the tray when something does; without a tray it asks.
 */
export function decideClosing(situation: ClosingSituation): 'hide' | 'quit' | 'ask' {
  const { platform, state, choice, hasTray } = situation;
  const runs = state !== 'stopped' && state !== 'failed';
  if (!runs) return platform === 'darwin' ? 'hide' : 'quit';
  if (choice !== 'automatic') return choice;
  return platform === 'darwin' || hasTray ? 'hide' : 'ask';
}
