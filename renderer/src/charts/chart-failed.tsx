import { PanelNotice } from '../components/panel-notice';
import { t } from '../languages/language';
import { useFocusHeir } from '../state/use-focus-heir';
import { loadChart } from './load-chart';

/** In a chart's room when what draws charts could not be loaded: so much, and another try for all. */
export function ChartFailed() {
  const retry = useFocusHeir<HTMLButtonElement>((panel) =>
    panel?.querySelector<HTMLElement>('.chart'),
  );
  return (
    <PanelNotice
      icon="octagon"
      tone="red"
      title={t('chart.failed')}
      detail={t('chart.failedWhy')}
      action={
        <button ref={retry} type="button" className="button" onClick={() => void loadChart()}>
          {t('panel.retry')}
        </button>
      }
    />
  );
}
