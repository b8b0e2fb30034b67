import { t } from '../languages/language';
import { useStores } from '../state/stores';
import { useShownPack } from '../state/use-shown-pack';
import { SegmentedChoice } from './segmented-choice';

/**
 * Which of the packs that run together is looked at, kept in the address; nothing where there is
 * only one. `leaves`: parameters of the address that mean nothing to another pack.
 */
export function PackChoice({ leaves = [] }: { leaves?: readonly string[] }) {
  const adjust = useStores('address', (state) => state.adjust);
  const { pack, packs } = useShownPack();
  if (packs.length < 2) return null;
  const without = Object.fromEntries(leaves.map((name) => [name, null]));
  return (
    <SegmentedChoice
      className="pack-choice"
      label={t('quality.pack')}
      choices={packs}
      chosen={pack}
      textOf={(name) => name}
      onChoose={(name) => {
        if (name !== pack) adjust({ ...without, pack: name === packs[0] ? null : name });
      }}
    />
  );
}
