import { doctorSentences } from '../../../../main/contract/doctor-sentences';

/** Answers and remedies of the doctor's checks: those of the contract, as on the command line. */
export const doctor = { doctor: doctorSentences };
