import type { ReactNode } from 'react';
import { failureText } from '../languages/failure-text';
import type { Failure } from '../../../main/contract/failure';
import { t } from '../languages/language';
import { CopyButton } from './copy-button';
import { Icon } from './icon';

/** Log lines shown with a failure. */
const lineCount = 10;

/**
 * A failure in full: what is so, the facts, what to do, the last log lines, and all of it to copy.
 * `fix` is what the window itself can do, the first of its actions; `links` lead further.
 */
export function FailureCard(props: {
  failure: Failure;
  onDismiss?: () => void;
  onRetry?: () => void;
  fix?: ReactNode;
  links?: ReactNode;
}) {
  const { failure, onDismiss, onRetry, links } = props;
  const { title, message, fix } = failureText(failure);
  const lines = failure.lastLogLines.slice(-lineCount);
  const details = [title, message, fix, failure.code, '', ...failure.lastLogLines].join('\n');
  return (
    <section className="failure-card" role="alert" data-testid="failure">
      <Icon name="octagon" />
      <div className="failure-text">
        <h2>{title}</h2>
        <p>{message}</p>
        <p className="failure-fix">{fix}</p>
        <code className="failure-code">{failure.code}</code>
      </div>
      <div className="failure-actions">
        {props.fix}
        {onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            {t('panel.retry')}
          </button>
        )}
        <CopyButton text={details} label={t('failure.copyDetails')} />
        {links}
        {onDismiss && (
          <button type="button" className="button button-quiet" onClick={onDismiss}>
            {t('failure.dismiss')}
          </button>
        )}
      </div>
      {lines.length > 0 && (
        <figure className="log-lines">
          <figcaption>{t('failure.lastLines', { count: lines.length })}</figcaption>
          <pre tabIndex={0}>{lines.join('\n')}</pre>
        </figure>
      )}
    </section>
  );
}
