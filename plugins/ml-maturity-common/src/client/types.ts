import { AttestationEvidence, AttestationValue } from '../attestations/types';

/** An answer as it is sent. @public */
export interface AttestationBody {
  answer: 'yes' | 'no';
  fields?: Record<string, AttestationValue>;
  evidence?: AttestationEvidence;
  comment?: string;
  /** Earlier than what the check allows. */
  expiresAt?: string;
  /** Id of the answer that the author saw, null for none; a newer one is then not replaced unseen. */
  previousId?: string | null;
}
