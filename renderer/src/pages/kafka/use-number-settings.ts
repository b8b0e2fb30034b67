import { useEffect, useState } from 'react';
import { useClient } from '../../state/client-context';
import { useRequest } from '../../state/use-request';

/** The number that a setting has now, by its name; null while it is not known, or is no number. */
export function useNumberSettings(): (name: string) => number | null {
  const client = useClient();
  const [changes, setChanges] = useState(0);
  useEffect(() => client.on('settings.changed', () => setChanges((count) => count + 1)), [client]);
  const { value } = useRequest('settings.read', {}, changes);
  return (name) => {
    const found = value?.settings.find((setting) => setting.name === name)?.value;
    return typeof found === 'number' ? found : null;
  };
}
