import { proofSentences } from '../../../../main/contract/proof-sentences';

/** Questions and answers of the health checks: those of the contract. */
export const proofs = { proofs: proofSentences };
