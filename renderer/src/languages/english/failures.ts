import { failureTexts } from '../../../../main/contract/describe-failure';
import { reasonSentences } from '../../../../main/contract/reason-sentences';

/** Texts of every failure by its code, and of reasons: those of the contract, as the command line has. */
export const failures = { failures: failureTexts, reasons: reasonSentences };
