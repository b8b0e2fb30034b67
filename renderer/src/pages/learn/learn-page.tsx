import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { concepts } from './concepts';

/** All terms in one place, each with the value that shows it now and the way to where it stands. */
export function LearnPage() {
  const overview = useStores('overview', (state) => state.overview);
  return (
    <main className="page learn-page">
      <header className="learn-head">
        <h2>{t('concepts.title')}</h2>
        <p>{t('concepts.intro')}</p>
      </header>
      <div className="learn-cards">
        {concepts.map(({ topic, place, path, now }) => (
          <article key={topic} className="learn-card" data-testid={`concept-${topic}`}>
            <h3>{t(`learn.${topic}.title`)}</h3>
            <p>{t(`learn.${topic}.text`)}</p>
            <p className="learn-now">
              <span>{t('concepts.now')}</span>
              <strong>{(overview && now(overview)) ?? t('concepts.later')}</strong>
            </p>
            <a href={`#${path}`}>{t('concepts.see', { place: t(`places.${place}`) })}</a>
          </article>
        ))}
      </div>
    </main>
  );
}
