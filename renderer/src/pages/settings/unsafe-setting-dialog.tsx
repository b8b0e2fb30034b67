import { useState } from 'react';
import type { SettingValue } from '../../../../main/contract/settings';
import { confirmingWord } from '../../../../main/contract/unsafe-settings';
import { Dialog } from '../../components/dialog';
import { t } from '../../languages/language';

/** Asks for a typed word before a value is kept that can cost a reader its files (floor.md D9). */
export function UnsafeSettingDialog(props: {
  name: string;
  value: SettingValue;
  onDecline: () => void;
  onConfirm: (word: string) => void;
}) {
  const { name, value, onDecline, onConfirm } = props;
  const [typed, setTyped] = useState('');
  const word = confirmingWord(name, value) ?? '';
  return (
    <Dialog
      title={t('settings.unsafe.title', { hours: String(value) })}
      className="reset-dialog"
      onClose={onDecline}
      actions={
        <>
          <button type="button" className="button" onClick={onDecline}>
            {t('settings.unsafe.decline')}
          </button>
          <button
            type="submit"
            form={`confirm-${name}`}
            className="button button-danger"
            disabled={typed !== word}
          >
            {t('settings.unsafe.confirm')}
          </button>
        </>
      }
    >
      <form
        id={`confirm-${name}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed === word) onConfirm(word);
        }}
      >
        <p className="dialog-body">{t('upkeep.unsafe')}</p>
        <label className="reset-confirm">
          {t('upkeep.type', { word })}
          <input
            className="text-field"
            value={typed}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
      </form>
    </Dialog>
  );
}
