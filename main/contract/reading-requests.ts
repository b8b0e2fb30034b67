import { z } from 'zod';
import { exportCounts, exportDone, exportPresets, exportRequest, presetsRequest } from './export';
import { exportDrifts, exportVersionDone, exportVersionRequest } from './export';
import { copyRequest, copyText } from './export-copy';
import { columnProfile, columnProfileRequest } from './column-profile';
import { columnValues, columnValuesRequest } from './column-values';
import { exportHistory, exportHistoryRequest } from './export-history';
import { namedQuery, queriesRequest, queryRequest, queryResult, sqlRequest } from './query';
import {
  pinnedQueries,
  pinQueryRequest,
  runPinnedRequest,
  unpinQueryRequest,
} from './pinned-query';
import { diffRequest, recordPage, recordPageRequest, versionDiff } from './records';
import { recordOrigin, recordOriginRequest } from './records';
import { recordSummary, recordSummaryRequest } from './records';
import {
  deleteQueryRequest,
  renameQueryRequest,
  savedQueries,
  savedQuery,
  saveQueryRequest,
  sqlHistory,
} from './saved-query';
import { fileStatistics, fileStatisticsRequest } from './table-files';
import { tableFiles, tableFilesRequest } from './table-files';
import { tableGrowth, tableGrowthRequest } from './table-growth';
import { tableHistory, tableHistoryRequest, tablesReport } from './table-history';
import { versionAt, versionAtRequest } from './table-history';
import { compactRequest, tableCompacted, tableVacuumed, vacuumRequest } from './table-upkeep';
import { eventTrace, traceRequest } from './trace';
import { opsFacts } from './ops-facts';
import { tableColumns } from './table-columns';

const nothing = z.object({});

/** What is asked of tables, queries and exports: a part of the one list in `api.ts`. */
export const readingRequests = {
  'queries.read': { request: queriesRequest, response: z.object({ queries: z.array(namedQuery) }) },
  'query.run': { request: queryRequest, response: queryResult },
  'sql.run': { request: sqlRequest, response: queryResult },
  'sqlHistory.read': { request: nothing, response: sqlHistory },
  'sqlHistory.clear': { request: nothing, response: nothing },
  'savedQueries.read': { request: nothing, response: savedQueries },
  'savedQuery.save': { request: saveQueryRequest, response: savedQuery },
  'savedQuery.rename': { request: renameQueryRequest, response: savedQueries },
  'savedQuery.delete': { request: deleteQueryRequest, response: savedQueries },
  'tables.read': { request: nothing, response: tablesReport },
  'tables.history': { request: tableHistoryRequest, response: tableHistory },
  'tables.growth': { request: tableGrowthRequest, response: tableGrowth },
  'tables.files': { request: tableFilesRequest, response: tableFiles },
  'file.statistics': { request: fileStatisticsRequest, response: fileStatistics },
  'table.compact': { request: compactRequest, response: tableCompacted },
  'table.vacuum': { request: vacuumRequest, response: tableVacuumed },
  'tables.versionAt': { request: versionAtRequest, response: versionAt },
  'records.readPage': { request: recordPageRequest, response: recordPage },
  'columns.profile': { request: columnProfileRequest, response: columnProfile },
  'column.values': { request: columnValuesRequest, response: columnValues },
  'record.origin': { request: recordOriginRequest, response: recordOrigin },
  'records.summarise': { request: recordSummaryRequest, response: recordSummary },
  'diff.read': { request: diffRequest, response: versionDiff },
  'exports.read': { request: presetsRequest, response: exportPresets },
  'exports.count': { request: presetsRequest, response: exportCounts },
  'export.run': { request: exportRequest, response: exportDone },
  'export.copy': { request: copyRequest, response: copyText },
  'export.createVersion': { request: exportVersionRequest, response: exportVersionDone },
  'event.trace': { request: traceRequest, response: eventTrace },
  'pinnedQueries.read': { request: nothing, response: pinnedQueries },
  'pinnedQuery.pin': { request: pinQueryRequest, response: pinnedQueries },
  'exports.drift': { request: presetsRequest, response: exportDrifts },
  'exportHistory.read': { request: exportHistoryRequest, response: exportHistory },
  'pinnedQuery.unpin': { request: unpinQueryRequest, response: pinnedQueries },
  'pinnedQuery.run': { request: runPinnedRequest, response: queryResult },
  'opsTables.read': { request: nothing, response: opsFacts },
  'tables.columns': { request: nothing, response: tableColumns },
} as const;
