import { useEffect, useLayoutEffect, useRef } from 'react';
import { t } from '../../languages/language';
import { useNowMs } from '../../state/stores';
import { Announced } from '../state-announcer';
import { findTarget, hints, placeHint } from './hints';

interface HintProps {
  readonly step: number;
  readonly onNext: () => void;
  readonly onEnd: () => void;
}

/** One hint beside the part that it tells of, which has a ring around it. */
export function Hint({ step, onNext, onEnd }: HintProps) {
  const box = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  // Figures may move while they come in: looked at again every second.
  const nowMs = useNowMs();
  const { name, targets } = hints[step]!;
  useLayoutEffect(() => {
    const place = () => show(findTarget(targets), box.current, ring.current);
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [targets, nowMs]);
  useEffect(() => {
    // Whoever is typing goes on: the hint is read out all the same.
    if (!(document.activeElement instanceof HTMLInputElement)) next.current?.focus();
  }, []);
  const isLast = step + 1 === hints.length;
  return (
    <>
      <div ref={ring} className="tour-ring" aria-hidden="true" />
      <div
        ref={box}
        className="tour-hint"
        role="dialog"
        aria-label={t('tour.label', { number: step + 1, count: hints.length })}
        data-testid="tour"
      >
        <Announced text={`${t(`tour.${name}.title`)}. ${t(`tour.${name}.text`)}`} />
        <div>
          <strong>{t(`tour.${name}.title`)}</strong>
          <p>{t(`tour.${name}.text`)}</p>
        </div>
        <div className="tour-ways">
          <span className="tour-number" aria-hidden="true">
            {step + 1}/{hints.length}
          </span>
          <button type="button" className="button button-quiet" onClick={onEnd}>
            {t('tour.skip')}
          </button>
          <button ref={next} type="button" className="button button-strong" onClick={onNext}>
            {t(isLast ? 'tour.done' : 'tour.next')}
          </button>
        </div>
      </div>
    </>
  );
}

function show(target: DOMRect | null, box: HTMLElement | null, ring: HTMLElement | null): void {
  if (box) {
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const page = { width: window.innerWidth, height: window.innerHeight };
    const { left, top } = placeHint(target, size, page);
    Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
  }
  if (ring) {
    ring.hidden = target === null;
    if (target)
      Object.assign(ring.style, {
        left: `${target.left - 4}px`,
        top: `${target.top - 4}px`,
        width: `${target.width + 8}px`,
        height: `${target.height + 8}px`,
      });
  }
}
