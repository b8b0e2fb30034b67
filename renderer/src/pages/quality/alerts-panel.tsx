import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { AlertCause, AlertsReport } from '../../../../main/contract/alerts';
import { AnswerNote } from '../../components/answer-note';
import { Badge } from '../../components/badge';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useNowMs } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { AlertRow, causeKey, causeName } from './alert-row';
import { MuteAlert } from './mute-alert';
import { ViewNotice } from '../../components/view-notice';

/** The alerts that go on, those that are muted and those that are over; a change comes by itself. */
export function AlertsPanel() {
  const client = useClient();
  const [changes, setChanges] = useState(0);
  useEffect(() => client.on('alert.changed', () => setChanges((count) => count + 1)), [client]);
  const answer = useRequest('alerts.read', {}, changes);
  const { view, value, reload } = answer;
  return (
    <Panel
      title={t('quality.alerts.title')}
      unit={t('quality.alerts.unit')}
      className="alerts-panel"
      aside={<AnswerNote answer={answer} limitMs={null} />}
    >
      {value ? (
        <AlertSections report={value} onMuted={reload} />
      ) : (
        <ViewNotice view={view} willAppear={t('quality.willAppear.alerts')} onRetry={reload} />
      )}
    </Panel>
  );
}

function AlertSections({ report, onMuted }: { report: AlertsReport; onMuted: () => void }) {
  const nowMs = useNowMs();
  const { active, recent, muted } = report;
  const row = (alert: AlertsReport['active'][number]) => (
    <AlertRow key={alert.alertId} {...{ alert, nowMs, onMuted }} />
  );
  const open = active.filter((alert) => !alert.muted);
  const quiet = active.filter((alert) => alert.muted);
  const resting = muted.filter((cause) => !quiet.some((alert) => isOf(cause, alert)));
  return (
    <>
      {open.length === 0 && (
        <PanelNotice
          icon="check"
          tone="green"
          title={t('quality.alerts.none')}
          {...(recent.length + quiet.length === 0 ? { detail: t('quality.alerts.noneEver') } : {})}
        />
      )}
      <AlertSection name="active" rows={open.map(row)} />
      <AlertSection
        name="muted"
        rows={[
          ...quiet.map(row),
          ...resting.map((cause) => <RestingRow key={causeKey(cause)} {...{ cause, onMuted }} />),
        ]}
      />
      <AlertSection name="recent" rows={recent.map(row)} />
    </>
  );
}

function AlertSection(props: { name: 'active' | 'muted' | 'recent'; rows: readonly ReactNode[] }) {
  if (props.rows.length === 0) return null;
  return (
    <section className="alert-section">
      <h3>{t(`quality.alerts.${props.name}`)}</h3>
      <ul>{props.rows}</ul>
    </section>
  );
}

/** A muted cause of which no alert goes on now: only the way back. */
function RestingRow({ cause, onMuted }: { cause: AlertCause; onMuted: () => void }) {
  return (
    <li className="alert-row" data-testid={`muted-${causeKey(cause)}`}>
      <Badge tone="neutral" icon="check" word={t('quality.alerts.resting')} />
      <span className="alert-text">
        <strong>{causeName(cause)}</strong>
      </span>
      <MuteAlert cause={cause} muted onMuted={onMuted} />
    </li>
  );
}

const isOf = (cause: AlertCause, alert: AlertCause) => causeKey(cause) === causeKey(alert);
