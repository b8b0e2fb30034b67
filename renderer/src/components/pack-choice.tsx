import { t } from '../languages/language';
import { useStores } from '../state/stores';
import { useShownPack } from '../state/use-shown-pack';

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
    <div
      className="segmented segmented-text pack-choice"
      role="group"
      aria-label={t('quality.pack')}
    >
      {packs.map((name, index) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === pack}
          onClick={() => name !== pack && adjust({ ...without, pack: index === 0 ? null : name })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
