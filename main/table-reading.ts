import { countRows, type RowCounts } from './ledger/count-rows';
import { verifyLedger } from './ledger/verify-ledger';
