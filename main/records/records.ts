import type {
  DiffRequest,
  RecordOrigin,
  RecordOriginRequest,
  RecordPage,
  RecordPageRequest,
  RecordSummary,
  RecordSummaryRequest,
  TableView,
  VersionDiff,
} from '../contract/records';
import type { ColumnProfile, ColumnProfileRequest, ColumnTextOf } from '../contract/column-profile';
import type { ColumnValues, ColumnValuesRequest } from '../contract/column-values';
import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';
import { keyOf } from './diff-key';
import { profileColumns } from './profile-columns';
import { readColumnValues } from './read-column-values';
import { readDiff } from './read-diff';
import { readOrigin } from './read-origin';
import { readPage } from './read-page';
import { describeView, type DescribedView } from './describe-view';
import { RecordPlace, type WorkControl } from './record-place';
import { RowIndexes } from './row-indexes';
import { summariseRecords } from './summarise-records';

/** The rows of every table: by the page, in sum, and as the difference of two versions. */
export class Records {
  private readonly place: RecordPlace;
  private readonly indexes = new RowIndexes();

  constructor(
    private readonly lake: Lake,
    private readonly pack: StreamPack,
    spillFolder: string,
    private readonly textOf: ColumnTextOf = () => null,
  ) {
    this.place = new RecordPlace(lake, spillFolder);
  }

  async readPage(request: RecordPageRequest, control?: WorkControl): Promise<RecordPage> {
    return this.withUnits(await readPage(this.place, this.indexes, request, control));
  }

  /** The rows of a grid, for an export. */
  describeView(view: TableView): Promise<DescribedView> {
    return describeView(this.place, view);
  }

  /** Where one row lies, and the commit that brought it. */
  readOrigin(request: RecordOriginRequest, control?: WorkControl): Promise<RecordOrigin> {
    return readOrigin(this.lake, this.place, this.indexes, request, control);
  }

  /** Figures of every column. */
  profileColumns(request: ColumnProfileRequest, control?: WorkControl): Promise<ColumnProfile> {
    return profileColumns(this.place, request, this.textOf, control);
  }

  /** What a column of text holds, the most frequent first. */
  readColumnValues(request: ColumnValuesRequest, control?: WorkControl): Promise<ColumnValues> {
    return readColumnValues(this.place, request, control);
  }

  summarise(request: RecordSummaryRequest, control?: WorkControl): Promise<RecordSummary> {
    return summariseRecords(this.place, request, control);
  }

  async readDiff(request: DiffRequest, control?: WorkControl): Promise<VersionDiff> {
    const key = keyOf(this.pack, request.table);
    return this.withUnits(await readDiff(this.place, key, request, control));
  }

  async close(): Promise<void> {
    await this.place.close();
  }

  /** What the pack says of the columns' figures. */
  private withUnits<T extends Pick<RecordPage, 'table' | 'columns'>>(read: T): T {
    const columns = read.columns.map((column) => {
      const unit = this.textOf(read.table, column.name)?.unit;
      return unit ? { ...column, unit } : column;
    });
    return { ...read, columns };
  }
}
