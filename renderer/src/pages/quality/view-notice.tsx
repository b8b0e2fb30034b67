import { FailureNotice } from '../../components/failure-notice';
import { PanelNotice } from '../../components/panel-notice';
import { PanelState } from '../../components/panel-state';
import { t } from '../../languages/language';
import type { AsyncView } from '../../state/async-view';

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
      title={props.title ?? t('quality.reading')}
      {...(props.detail === undefined ? {} : { detail: props.detail })}
    />
  );
}
