import { FailureNotice } from './failure-notice';
import { PanelNotice } from './panel-notice';
import { PanelState } from './panel-state';
import { t } from '../languages/language';
import type { AsyncView } from '../state/async-view';

/** Instead of a panel's rows, before there are any: on their way, what will be there, or why not. */
export function ViewNotice<T>(props: {
  view: AsyncView<T>;
  /** What the panel will show once there are tables. */
  willAppear: string;
  title?: string;
  detail?: string;
  onRetry: () => void;
}) {
  const { view, willAppear, onRetry } = props;
  if (view.kind === 'failed') return <FailureNotice failure={view.failure} onRetry={onRetry} />;
  if (view.kind === 'empty') return <PanelState {...{ view, willAppear, onRetry }} />;
  return (
    <PanelNotice
      icon="arc"
      spins
      title={props.title ?? t('panel.loading')}
      {...(props.detail === undefined ? {} : { detail: props.detail })}
    />
  );
}
