import { t } from '../languages/language';
import { useStores } from '../state/stores';
import { Icon } from './icon';
import { Announced } from './state-announcer';

/** In the top bar while the sample is shown: that these are not the person's own data, and the way back. */
export function SampleSign() {
  const isSample = useStores('overview', (state) => state.overview?.lakehouse === 'sample');
  const isBusy = useStores('sample', (state) => state.isBusy);
  const leave = useStores('sample', (state) => state.leave);
  const open = useStores('address', (state) => state.open);
  if (!isSample) return null;
  return (
    <div className="sample-sign tone-blue">
      <Announced text={t('sample.sign')} />
      <Icon name="stack" />
      <strong>{t('sample.sign')}</strong>
      <button
        type="button"
        className="button"
        disabled={isBusy}
        title={t('sample.leaveTitle')}
        onClick={() => void leave().then(() => open('/pipeline'))}
      >
        {t('sample.leave')}
      </button>
    </div>
  );
}
