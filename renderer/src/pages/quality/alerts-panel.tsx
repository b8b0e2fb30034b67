import { useEffect, useState } from 'react';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useNowMs } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { AlertRow } from './alert-row';
import { ViewNotice } from './view-notice';

/** The alerts that go on and those that are over, of every pack; a change comes by itself. */
export function AlertsPanel() {
  const client = useClient();
  const [changes, setChanges] = useState(0);
  useEffect(() => client.on('alert.changed', () => setChanges((count) => count + 1)), [client]);
  const { view, value, reload } = useRequest('alerts.read', {}, changes);
  const nowMs = useNowMs();
  const sections = value
    ? ([
        ['active', value.active],
        ['recent', value.recent],
      ] as const)
    : [];
  const isEmpty = sections.every(([, alerts]) => alerts.length === 0);
  return (
    <Panel
      title={t('quality.alerts.title')}
      unit={t('quality.alerts.unit')}
      className="alerts-panel"
    >
      {!value ? (
        <ViewNotice view={view} onRetry={reload} />
      ) : isEmpty ? (
        <PanelNotice
          icon="check"
          tone="green"
          title={t('quality.alerts.none')}
          detail={t('quality.alerts.noneEver')}
        />
      ) : (
        sections.map(
          ([name, alerts]) =>
            alerts.length > 0 && (
              <section key={name} className="alert-section">
                <h3>{t(`quality.alerts.${name}`)}</h3>
                <ul>
                  {alerts.map((alert) => (
                    <AlertRow key={alert.alertId} alert={alert} nowMs={nowMs} />
                  ))}
                </ul>
              </section>
            ),
        )
      )}
    </Panel>
  );
}
