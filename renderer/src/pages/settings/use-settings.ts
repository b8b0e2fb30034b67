import { useEffect, useState } from 'react';
import type { Failure } from '../../../../main/contract/failure';
import type { SettingsReport, SettingValue } from '../../../../main/contract/settings';
import { failureOf } from '../../api/client-failure';
import type { AsyncView } from '../../state/async-view';
import { useClient } from '../../state/client-context';
import { useRequest } from '../../state/use-request';

/** The settings as they are now, and the two ways to change one. */
export interface SettingsAccess {
  readonly view: AsyncView<SettingsReport>;
  /** The newest report, whoever changed something; null before the first. */
  readonly report: SettingsReport | null;
  /**
   * Keeps a value in the file; the refusal, or null when it is kept. `confirmation`: the typed word
   * of a value that is not safe.
   */
  change(name: string, value: SettingValue, confirmation?: string): Promise<Failure | null>;
  /** Takes a value out of the file; the refusal, or null. */
  reset(name: string): Promise<Failure | null>;
  reload(): void;
}

/** Reads the settings and follows every change, also those of other windows and of the command line. */
export function useSettings(): SettingsAccess {
  const client = useClient();
  const { view, value, reload } = useRequest('settings.read', {});
  const [report, setReport] = useState<SettingsReport | null>(null);
  useEffect(() => {
    if (value) setReport(value);
  }, [value]);
  useEffect(() => client.on('settings.changed', setReport), [client]);

  const keep = async (answer: Promise<SettingsReport>): Promise<Failure | null> => {
    try {
      setReport(await answer);
      return null;
    } catch (thrown) {
      return failureOf(thrown);
    }
  };
  return {
    view,
    report,
    change: (name, next, confirmation) =>
      keep(
        client.request('setting.change', {
          name,
          value: next,
          ...(confirmation && { confirmation }),
        }),
      ),
    reset: (name) => keep(client.request('setting.reset', { name })),
    reload,
  };
}
