import { useState } from 'react';
import { Dialog } from '../../../components/dialog';
import { FailureNotice } from '../../../components/failure-notice';
import { PanelNotice } from '../../../components/panel-notice';
import { Announced } from '../../../components/state-announcer';
import { t } from '../../../languages/language';
import { useRequest } from '../../../state/use-request';
import { useNewestEvent } from './use-newest-event';
import { foundText, TraceRecords } from './trace-records';

/** The way of one event: when it was where, in which offset, batch and table version. */
export function TraceDialog(props: { eventId: string | null; onClose: () => void }) {
  const { eventId, onClose } = props;
  const [typed, setTyped] = useState(eventId ?? '');
  const [asked, setAsked] = useState(eventId);
  const findNewest = useNewestEvent();
  const ask = (id: string) => {
    setTyped(id);
    setAsked(id.trim() === '' ? null : id.trim());
  };
  return (
    <Dialog
      title={t('trace.title')}
      className="trace-dialog"
      onClose={onClose}
      actions={
        <button type="button" className="button" onClick={onClose}>
          {t('trace.close')}
        </button>
      }
    >
      <form
        className="trace-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
      >
        <label>
          {t('trace.id')}
          <input
            className="text-field"
            value={typed}
            spellCheck={false}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <button type="submit" className="button button-strong">
          {t('trace.find')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void findNewest().then((id) => id !== null && ask(id))}
        >
          {t('trace.newest')}
        </button>
      </form>
      <div className="trace-body">
        {asked === null ? <p className="trace-hint">{t('trace.hint')}</p> : <Trace id={asked} />}
      </div>
    </Dialog>
  );
}

function Trace({ id }: { id: string }) {
  const { view, reload } = useRequest('event.trace', { eventId: id });
  if (view.kind === 'failed') return <FailureNotice failure={view.failure} onRetry={reload} />;
  // The answer of the id before stays until this one comes: it is not shown under the new id.
  if (view.kind !== 'ready' || view.value.eventId !== id)
    return (
      <>
        <Announced text={t('trace.tracing')} />
        <PanelNotice icon="arc" spins title={t('trace.tracing')} />
      </>
    );
  return (
    <>
      <Announced text={foundText(view.value)} />
      <TraceRecords trace={view.value} />
    </>
  );
}
