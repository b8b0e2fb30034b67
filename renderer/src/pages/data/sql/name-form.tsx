import { useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../../languages/language';

/** Asks for a name where the button stood; Escape takes it away. */
export function NameForm(props: {
  initial: string;
  action: string;
  /** Why the last name was not taken; null for none. */
  refusal: string | null;
  onSubmit: (name: string) => void;
  onClose: () => void;
  /** More to choose beside the name. */
  children?: ReactNode;
}) {
  const [name, setName] = useState(props.initial);
  return (
    <form
      className="save-query"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit(name.trim());
      }}
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <input
        className="text-field"
        aria-label={t('sql.saveName')}
        placeholder={t('sql.saveName')}
        autoFocus
        maxLength={64}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {props.children}
      <button type="submit" className="button" disabled={name.trim() === ''}>
        {props.action}
      </button>
      <button type="button" className="button button-quiet" onClick={props.onClose}>
        {t('sql.close')}
      </button>
      {props.refusal !== null && (
        <span role="alert" className="refusal">
          {props.refusal}
        </span>
      )}
    </form>
  );
}
