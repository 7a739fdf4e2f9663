import { compileRule, CompiledRule } from '../rules/compileRule';
import { RuleRow } from '../rules/RuleRow';
import { RuleScope } from '../rules/RuleScope';
import { AttestationField, AttestationQuestion } from '../rubric/types';
import { fieldsSchema } from './attestationInput';
import { durationAdder, durationInDays } from './expiry';
import { Attestation, AttestationState } from './types';

/** What an answer amounts to now. */
export interface AttestationJudgement {
  state: AttestationState;
  status: 'pass' | 'fail' | 'unknown' | 'error';
  /** Why it is not a plain yes or no. */
  detail?: string;
  /** In milliseconds. */
  expiresAt: number;
}

/** Judges the answers to one question. */
export class AttestationJudge {
  readonly #question: AttestationQuestion;
  readonly #fields: readonly AttestationField[];
  readonly #schema: ReturnType<typeof fieldsSchema>;
  readonly #addExpiry: (from: number) => number;
  readonly #scope: RuleScope | undefined;
  readonly #rule: CompiledRule | undefined;

  constructor(question: AttestationQuestion) {
    this.#question = question;
    this.#fields = question.fields ?? [];
    this.#schema = fieldsSchema(this.#fields, true);
    this.#addExpiry = durationAdder(question.expiresAfter);
    if (question.passIf !== undefined) {
      this.#scope = RuleScope.fromFields(this.#fields);
      const compiled = compileRule(question.passIf, this.#scope);
      if (!compiled.ok) throw new Error(compiled.problems[0].message);
      this.#rule = compiled.rule;
    }
  }

  judge(attestation: Attestation, now: number): AttestationJudgement {
    // The rubric may have shortened the time since the answer was given.
    // A date that cannot be read counts as long past.
    const expiresAt =
      Math.min(
        Date.parse(attestation.expiresAt),
        this.#addExpiry(Date.parse(attestation.createdAt)),
      ) || 0;
    if (!(expiresAt > now))
      return { state: 'expired', status: 'unknown', expiresAt };
    if (attestation.answer === 'no') {
      return { state: 'active', status: 'fail', expiresAt };
    }
    const lacking = this.#lacking(attestation);
    if (lacking) {
      return {
        state: 'incomplete',
        status: 'unknown',
        detail: lacking,
        expiresAt,
      };
    }
    return { state: 'active', ...this.#pass(attestation), expiresAt };
  }

  #lacking(attestation: Attestation): string | undefined {
    const { url, text } = attestation.evidence ?? {};
    if (this.#question.evidence === 'required' && !url && !text) {
      return 'evidence is missing';
    }
    if (this.#fields.length === 0) return undefined;
    const known = Object.fromEntries(
      this.#fields
        .filter(field => Object.hasOwn(attestation.fields, field.id))
        .map(field => [field.id, attestation.fields[field.id]]),
    );
    const parsed = this.#schema.safeParse(known);
    if (parsed.success) return undefined;
    const id = String(parsed.error.issues[0].path[0]);
    const title = this.#fields.find(field => field.id === id)?.title ?? id;
    return `"${title}" has to be filled in`;
  }

  #pass(
    attestation: Attestation,
  ): Pick<AttestationJudgement, 'status' | 'detail'> {
    if (!this.#rule || !this.#scope) return { status: 'pass' };
    const row = new RuleRow(this.#scope, this.#rule.inputs, index => {
      const field = this.#fields[index];
      if (!Object.hasOwn(attestation.fields, field.id)) return undefined;
      const value = attestation.fields[field.id];
      return field.type === 'duration' ? durationInDays(String(value)) : value;
    });
    const answer = this.#rule.run(row);
    switch (answer.outcome) {
      case 'true':
        return { status: 'pass' };
      case 'false':
        return {
          status: 'fail',
          detail: `its details do not meet "${this.#question.passIf}"`,
        };
      case 'unknown':
        return {
          status: 'unknown',
          detail: `the answer leaves out ${answer.missing.join(', ')}`,
        };
      default:
        return { status: 'error', detail: answer.error };
    }
  }
}
