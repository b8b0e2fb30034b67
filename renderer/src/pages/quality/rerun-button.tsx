import { useState } from 'react';
import type { QualityCheckName } from '../../../../main/contract/quality';
import { failureText } from '../../languages/failure-text';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';

/** Looks at every row for one check again; the panel is read anew when that is done. */
export function RerunButton(props: {
  check: QualityCheckName;
  name: string;
  pack: string;
  onRerun: () => void;
}) {
  const { check, name, pack, onRerun } = props;
  const client = useClient();
  const [state, setState] = useState<'idle' | 'running' | Failure>('idle');
  const rerun = async () => {
    setState('running');
    try {
      await client.request('quality.rerun', { pack, check });
      setState('idle');
      onRerun();
    } catch (thrown) {
      setState(failureOf(thrown));
    }
  };
  const isRunning = state === 'running';
  const failure = typeof state === 'object' ? failureText(state) : null;
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-label={t('quality.checks.rerunOf', { name })}
      aria-disabled={isRunning}
      title={failure ? `${failure.title}. ${failure.message}` : t('quality.checks.rerun')}
      onClick={() => {
        if (!isRunning) void rerun();
      }}
    >
      <Icon name={isRunning ? 'arc' : failure ? 'octagon' : 'play'} spins={isRunning} />
      <span className="wide-only">{t('quality.checks.rerun')}</span>
    </button>
  );
}
