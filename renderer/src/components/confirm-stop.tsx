import { t } from '../languages/language';
import { ConfirmDialog } from './confirm-dialog';

/** Asks before a stop that was given by keyboard. Escape keeps the pipeline running. */
export function ConfirmStop({ onClose }: { onClose: (confirmed: boolean) => void }) {
  return (
    <ConfirmDialog
      title={t('confirmStop.title')}
      body={t('confirmStop.body')}
      confirm={t('confirmStop.stop')}
      decline={t('confirmStop.keep')}
      onClose={onClose}
    />
  );
}
