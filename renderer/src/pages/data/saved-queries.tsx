import { useState } from 'react';
import { failureOf } from '../../api/client-failure';
import { describeFailure } from '../../../../main/contract/describe-failure';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useRequest } from '../../state/use-request';

/** A person's own statements: open one, keep this one under a name. */
export function SavedQueries({ sql, onOpen }: { sql: string; onOpen: (sql: string) => void }) {
  const client = useClient();
  const { value, reload } = useRequest('savedQueries.read', {});
  const [name, setName] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async () => {
    try {
      await client.request('savedQuery.save', { name: name ?? '', sql });
      setName(null);
      setRefusal(null);
      reload();
    } catch (thrown) {
      setRefusal(describeFailure(failureOf(thrown)).title);
    }
  };
  return (
    <>
      <select
        className="select"
        aria-label={t('data.saved')}
        value=""
        disabled={(value?.queries ?? []).length === 0}
        onChange={(event) => {
          const found = value?.queries.find((query) => query.name === event.target.value);
          if (found) onOpen(found.sql);
        }}
      >
        <option value="" disabled>
          {t('data.saved')}
        </option>
        {(value?.queries ?? []).map((query) => (
          <option key={query.name}>{query.name}</option>
        ))}
      </select>
      {name === null ? (
        <button
          type="button"
          className="button"
          disabled={sql.trim() === ''}
          onClick={() => setName('')}
        >
          {t('data.save')}
        </button>
      ) : (
        <form
          className="save-query"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <input
            className="text-field"
            aria-label={t('data.saveName')}
            placeholder={t('data.saveName')}
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setName(null)}
          />
          <button type="submit" className="button" disabled={name.trim() === ''}>
            {t('data.save')}
          </button>
          {refusal !== null && (
            <span role="alert" className="refusal">
              {refusal}
            </span>
          )}
        </form>
      )}
    </>
  );
}
