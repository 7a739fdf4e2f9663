/** Value of a typed field: a choice with items has one text for each. @public */
export type AttestationValue =
  | string
  | number
  | boolean
  | Record<string, string>;

/** What backs an answer. @public */
export interface AttestationEvidence {
  url?: string;
  text?: string;
}

/** An answer that a person gave for a check of an entity. @public */
export interface Attestation {
  id: string;
  checkId: string;
  answer: 'yes' | 'no';
  fields: Record<string, AttestationValue>;
  evidence?: AttestationEvidence;
  comment?: string;
  /** Entity reference of who answered. */
  author: string;
  createdAt: string;
  expiresAt: string;
}

/** Where an answer stands: `incomplete` when the check asks for more by now. @public */
export type AttestationState = 'active' | 'expired' | 'incomplete';
