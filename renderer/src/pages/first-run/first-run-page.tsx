import { useEffect, useRef } from 'react';
import type { FirstRun } from '../../../../main/contract/first-run';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { keysText } from '../../shortcuts/keys-text';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { PipelineFailure } from '../pipeline/pipeline-failures';
import { FirstAttention, FirstChecks } from './first-checks';
import { FolderRow } from './folder-row';
import { Needs } from './needs';

/** Screen 1 of ux.md section 3: what will happen, where, on what, and the two ways in. */
export function FirstRunPage({ facts }: { facts: FirstRun }) {
  const start = useRef<HTMLButtonElement>(null);
  const command = useStores('overview', (state) => state.command);
  const sent = useStores('overview', (state) => state.sent);
  const commandFailure = useStores('overview', (state) => state.commandFailure);
  const dismiss = useStores('overview', (state) => state.dismiss);
  // Enter starts: nobody has anything else to fill in here.
  useEffect(() => start.current?.focus(), []);
  return (
    <main className="page first-run-page">
      <section className="first-run" aria-label={t('firstRun.title')}>
        <header className="first-run-head">
          <span className="product-mark" aria-hidden="true" />
          <h2>{t('firstRun.title')}</h2>
        </header>
        <p className="first-run-text">{t('firstRun.what')}</p>
        <p className="first-run-text">{t('firstRun.where')}</p>
        {commandFailure && <PipelineFailure failure={commandFailure} onDismiss={dismiss} />}
        <dl className="first-run-facts">
          <FolderRow folder={facts.dataFolder} />
          <Needs facts={facts} />
          <FirstChecks />
        </dl>
        <div className="first-run-ways">
          <button
            ref={start}
            type="button"
            className="button button-strong first-run-start"
            data-testid="first-run-start"
            title={keysText('start-stop')}
            disabled={sent !== null}
            onClick={() => void command('start')}
          >
            {t('action.stopped')}
          </button>
          <Explore hasSample={facts.hasSample} />
        </div>
        <p className="first-run-note">{t('firstRun.stopNote')}</p>
        <FirstAttention />
      </section>
    </main>
  );
}

/** The sample, without a start; why it cannot be had stands below. */
function Explore({ hasSample }: { hasSample: boolean }) {
  const openSample = useStores('sample', (state) => state.open);
  const isBusy = useStores('sample', (state) => state.isBusy);
  const failure = useStores('sample', (state) => state.failure);
  const open = useStores('address', (state) => state.open);
  const explore = async () => {
    if (await openSample()) open('/dashboard');
  };
  return (
    <>
      <button
        type="button"
        className="button first-run-explore"
        data-testid="explore"
        disabled={isBusy || !hasSample}
        onClick={() => void explore()}
      >
        <Icon name="gauge" />
        {t('firstRun.explore')}
      </button>
      <span className="first-run-aside">
        {t(hasSample ? 'firstRun.exploreNote' : 'firstRun.exploreMissing')}
      </span>
      {failure && <FailureCard failure={failure} />}
    </>
  );
}
