import { failureOf } from '../api/client-failure';
import { t } from '../languages/language';
import type { Failure } from '../../../main/contract/failure';
import { useClient } from '../state/client-context';
import { ConfirmDialog } from './confirm-dialog';

/** Asks whether to end Deltadesk, and does. A refusal is told by `onFailure`. */
export function QuitDialog(props: { onClose: () => void; onFailure: (failure: Failure) => void }) {
  const client = useClient();
  const close = async (confirmed: boolean) => {
    props.onClose();
    if (!confirmed) return;
    try {
      await client.request('app.quit', {});
    } catch (thrown) {
      // The connection may end before the answer: that is what was asked for.
      const refusal = failureOf(thrown);
      if (refusal.code !== 'CONTROL_UNREACHABLE') props.onFailure(refusal);
    }
  };
  return (
    <ConfirmDialog
      title={t('settings.quit.question')}
      body={t('settings.quit.body')}
      confirm={t('settings.quit.confirm')}
      decline={t('settings.quit.decline')}
      onClose={(confirmed) => void close(confirmed)}
    />
  );
}
