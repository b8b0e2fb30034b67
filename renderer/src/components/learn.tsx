import { useEffect, useRef } from 'react';
import { t } from '../languages/language';
import type { LearnTopic } from '../languages/english/learn';
import { Icon } from './icon';

/** A term in a few sentences, beside the live value that shows it; Escape and a click elsewhere close it. */
export function Learn({ topic }: { topic: LearnTopic }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const element = details.current;
      if (!element?.open) return;
      const isOutside = event instanceof MouseEvent && !element.contains(event.target as Node);
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      if (isOutside || isEscape) element.open = false;
      if (isEscape) element.querySelector('summary')?.focus();
    };
    window.addEventListener('pointerdown', close);
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('pointerdown', close);
      window.removeEventListener('keydown', close);
    };
  }, []);
  const title = t(`learn.${topic}.title`);
  return (
    <details ref={details} className="learn">
      <summary aria-label={t('learn.about', { title })} title={t('learn.about', { title })}>
        <Icon name="question" />
      </summary>
      <div className="learn-body" role="note">
        <strong>{title}</strong>
        <p>{t(`learn.${topic}.text`)}</p>
        <a href="#/learn">{t('concepts.all')}</a>
      </div>
    </details>
  );
}
