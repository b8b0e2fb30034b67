import { useEffect, useState } from 'react';
import type { Failure } from '../../../../main/contract/failure';
import type { KeptSecrets } from '../../../../main/contract/secret-keeping';
import { failureOf } from '../../api/client-failure';
import { Icon } from '../../components/icon';
import { failureText } from '../../languages/failure-text';
import { t } from '../../languages/language';
import { useDesktop } from '../../state/desktop-context';
import { SettingFrame } from './setting-frame';

type Read =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly kept: KeptSecrets }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** How passwords and keys are kept, with the warning where the system does not hide them. */
export function SecretsRow() {
  const desktop = useDesktop();
  const [read, setRead] = useState<Read>({ kind: 'reading' });
  useEffect(() => {
    if (desktop === null) return;
    let isWanted = true;
    desktop.request('desktop.readSecrets', {}).then(
      (kept) => isWanted && setRead({ kind: 'ready', kept }),
      (thrown: unknown) => isWanted && setRead({ kind: 'failed', failure: failureOf(thrown) }),
    );
    return () => void (isWanted = false);
  }, [desktop]);
  const count = read.kind === 'ready' ? read.kept.count : 0;
  return (
    <SettingFrame
      controlId={null}
      titleId="secrets-title"
      name="window.secrets"
      title={t('desktop.secrets.title')}
      facts={[count === 0 ? t('desktop.secrets.none') : t('desktop.secrets.count', { count })]}
      notes={
        desktop === null ? (
          <p className="setting-note">{t('desktop.secrets.browser')}</p>
        ) : (
          <Keeping read={read} />
        )
      }
    >
      {null}
    </SettingFrame>
  );
}

/** One line in any case, so that nothing moves when the answer comes. */
function Keeping({ read }: { read: Read }) {
  if (read.kind === 'reading') return <p className="setting-note">{'\u00a0'}</p>;
  if (read.kind === 'failed')
    return (
      <p className="setting-problem" role="alert">
        {failureText(read.failure).message}
      </p>
    );
  const { keeping } = read.kept;
  if (keeping.kind === 'system')
    return <p className="setting-note">{t('desktop.secrets.system')}</p>;
  return (
    <p className="setting-waiting">
      <Icon name="caution" /> {t(`desktop.secrets.${keeping.reason}`)}
    </p>
  );
}
