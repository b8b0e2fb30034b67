import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { failureOf } from '../../api/client-failure';
import { failureText } from '../../languages/failure-text';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useStores } from '../../state/stores';

/**
 * Another data folder, typed: a browser has no dialog for folders of the machine. Deltadesk opens
 * again in it, and this page follows; one that does not fit is refused with the reason.
 */
export function TypedFolder({ folder }: { folder: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const close = () => {
    setIsOpen(false);
    change.current?.focus();
  };
  return (
    <>
      <button
        ref={change}
        type="button"
        className="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('firstRun.change')}
      </button>
      {isOpen && <FolderForm folder={folder} onClose={close} />}
    </>
  );
}

function FolderForm({ folder, onClose }: { folder: string; onClose: () => void }) {
  const client = useClient();
  const expectReturn = useStores('connection', (store) => store.expectReturn);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [typed, setTyped] = useState(folder);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => field.current?.select(), []);
  const use = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === folder) return onClose();
    setIsBusy(true);
    setProblem(null);
    try {
      await client.request('dataFolder.use', { folder: typed.trim() });
      expectReturn();
    } catch (thrown) {
      setProblem(failureText(failureOf(thrown)).message);
      setIsBusy(false);
    }
  };
  return (
    <form
      className="first-run-form"
      onSubmit={(event) => void use(event)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <label htmlFor={id}>{t('firstRun.typed')}</label>
      <input
        ref={field}
        id={id}
        className="text-field"
        value={typed}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button" disabled={isBusy || typed.trim() === ''}>
        {t(isBusy ? 'firstRun.opening' : 'firstRun.use')}
      </button>
      <p id={`${id}-note`} className="first-run-aside" role={problem ? 'alert' : undefined}>
        {problem ?? t('firstRun.typedNote')}
      </p>
    </form>
  );
}
