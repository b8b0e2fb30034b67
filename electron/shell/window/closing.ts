import { existsSync, writeFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import type { PipelineState } from '../../../main/contract/pipeline';
import { decideClosing } from './close-policy';
import type { ClosingChoice } from './close-policy';

export interface ClosingParts {
  readState(): PipelineState;
  readChoice(): ClosingChoice;
  readonly hasTray: boolean;
  /** True once the app ends: then the window is simply closed. */
  isQuitting(): boolean;
  ask(): Promise<{ answer: 'hide' | 'quit' | 'cancel'; isRemembered: boolean }>;
  keepChoice(choice: 'hide' | 'quit'): void;
  /** Tells a person that everything goes on without a window. */
  sayHidden(): void;
  quit(): void;
  /** Its presence says that this was told once. */
  readonly saidFile: string;
}

/** Makes closing the window do what the platform, the state and the person's choice say. */
export function guardClosing(window: BrowserWindow, parts: ClosingParts): void {
  const hide = () => {
    window.hide();
    if (process.platform === 'darwin' || existsSync(parts.saidFile)) return;
    parts.sayHidden();
    try {
      writeFileSync(parts.saidFile, '');
    } catch {
      // It is said again then.
    }
  };
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    const { answer, isRemembered } = await parts.ask().finally(() => (isAsking = false));
    if (answer === 'cancel') return;
    if (isRemembered) parts.keepChoice(answer);
    if (answer === 'quit') parts.quit();
    else window.hide();
  };
  window.on('close', (event) => {
    if (parts.isQuitting()) return;
    event.preventDefault();
    const decision = decideClosing({
      platform: process.platform,
      state: parts.readState(),
      choice: parts.readChoice(),
      hasTray: parts.hasTray,
    });
    if (decision === 'ask') void ask();
    else if (decision === 'hide') hide();
    else parts.quit();
  });
}
