import type { ProducerStatus } from '../../../../main/contract/kafka';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { RateControl } from './rate-control';

/** How fast the producer sends, and whether it does. */
export function ProducerControl({ producer }: { producer: ProducerStatus }) {
  const setRate = useStores('overview', (state) => state.setProducerRate);
  const pause = useStores('overview', (state) => state.pauseProducer);
  const isPaused = producer.state === 'paused';
  return (
    <div className="producer-control">
      <RateControl
        ratePerSecond={producer.ratePerSecond}
        isEnabled={producer.state !== 'stopped'}
        onChange={setRate}
      />
      {producer.state !== 'stopped' && (
        <button type="button" className="button button-quiet" onClick={() => void pause(!isPaused)}>
          <Icon name={isPaused ? 'play' : 'pause'} />
          {isPaused ? t('parts.resume') : t('parts.pause')}
        </button>
      )}
    </div>
  );
}
