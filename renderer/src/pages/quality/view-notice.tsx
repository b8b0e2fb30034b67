import { FailureNotice } from '../../components/failure-notice';
import { PanelNotice } from '../../components/panel-notice';
import { t } from '../../languages/language';
import type { AsyncView } from '../../state/async-view';

/** Instead of a panel's rows, before there are any: on their way, no table yet, or why not. */
export function ViewNotice<T>(props: {
  view: AsyncView<T>;
  title?: string;
  detail?: string;
  onRetry: () => void;
}) {
  const { view, onRetry } = props;
  if (view.kind === 'failed') return <FailureNotice failure={view.failure} onRetry={onRetry} />;
  if (view.kind === 'empty')
    return (
      <PanelNotice
        icon="table"
        title={t('quality.notYet')}
        detail={t('quality.notYetDetail')}
        fix={t('quality.notYetFix')}
      />
    );
  return (
    <PanelNotice
      icon="arc"
      spins
      title={props.title ?? t('quality.reading')}
      {...(props.detail === undefined ? {} : { detail: props.detail })}
    />
  );
}
