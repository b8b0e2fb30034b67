import { useState } from 'react';
import type { RequestOf } from '../../../../main/contract/api';
import type { QueryResult } from '../../../../main/contract/query';
import { useRequest } from '../../state/use-request';
import type { RequestView } from '../../state/use-request';

/**
 * The rows of a panel, read anew as `freshness` says of the tables that its last rows were read from;
 * null before the first rows.
 */
export function useFollowed<N extends 'query.run' | 'pinnedQuery.run'>(
  name: N,
  request: RequestOf<N>,
  freshness: (read: Readonly<Record<string, number>> | null) => string,
): RequestView<QueryResult> {
  const [read, setRead] = useState<Readonly<Record<string, number>> | null>(null);
  const answer = useRequest(name, request, freshness(read)) as RequestView<QueryResult>;
  const tables = answer.value?.tableVersions ?? null;
  // Other versions of the same tables are no change of what is followed.
  if (tables !== null && Object.keys(tables).join() !== Object.keys(read ?? {}).join())
    setRead(tables);
  return answer;
}
