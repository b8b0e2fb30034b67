import { useState } from 'react';
import { useShortcut } from '../shortcuts/use-shortcut';
import type { Failure } from '../../../main/contract/failure';
import { useStores } from '../state/stores';
import { FailureCard } from './failure-card';
import { Palette } from './palette/palette';
import { QuitDialog } from './quit-dialog';

/** Mod+K: actions, places, tables, topics, queries, exports and settings by words of their names. */
export function CommandPalette() {
  const isOpen = useStores('palette', (state) => state.isOpen);
  const toggle = useStores('palette', (state) => state.toggle);
  const close = useStores('palette', (state) => state.close);
  const [isQuitting, setIsQuitting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useShortcut('palette', toggle);
  return (
    <>
      {isOpen && <Palette onClose={close} onQuit={() => setIsQuitting(true)} />}
      {isQuitting && <QuitDialog onClose={() => setIsQuitting(false)} onFailure={setFailure} />}
      {failure && (
        <div className="palette-failure">
          <FailureCard failure={failure} onDismiss={() => setFailure(null)} />
        </div>
      )}
    </>
  );
}
