import { failureTexts } from '../../../../main/contract/describe-failure';

/** Texts of every failure by its code: those of the contract, which the command line shows too. */
export const failures = { failures: failureTexts };
