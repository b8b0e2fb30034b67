import { Badge } from '../../components/badge';
import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';

/** Whether the list moves with the newest line, and the way back when it does not. */
export function FollowState(props: {
  isFollowing: boolean;
  newerCount: number;
  onFollow(follows: boolean): void;
}) {
  const { isFollowing, newerCount, onFollow } = props;
  return (
    <>
      <button
        type="button"
        className="toggle"
        aria-pressed={isFollowing}
        onClick={() => onFollow(!isFollowing)}
      >
        <Icon name={isFollowing ? 'play' : 'square'} />
        {t('logs.follow')}
      </button>
      {!isFollowing && <Badge tone="amber" icon="clock" word={t('logs.paused')} />}
      {!isFollowing && newerCount > 0 && (
        <button type="button" className="button button-quiet" onClick={() => onFollow(true)}>
          <Icon name="chevron" />
          {t('logs.newer', { count: newerCount, figure: formatInteger(newerCount) })}
        </button>
      )}
    </>
  );
}
