import { AttestationJudgement } from '../attestations/judgeAttestation';
import { Attestation } from '../attestations/types';
import { FactReading } from '../facts/types';
import { RuleAnswer } from '../rules/compileRule';
import { RuleRow } from '../rules/RuleRow';
import { Waiver } from '../waivers/types';
import { waiverState } from '../waivers/waiverState';
import { CompiledCheck, CompiledRubric } from './CompiledRubric';
import { day, findings, listing, person, withoutStop } from './reasons';
import { CheckResult, EvaluationInput } from './types';

const NO_FACTS: FactReading[] = [];

/** Facts of an entity for its results; checks that read the same fact share the reading. */
export class Readings {
  readonly #compiled: CompiledRubric;
  readonly #row: RuleRow;
  readonly #input: EvaluationInput;
  readonly #made: (FactReading | undefined)[] = [];

  constructor(compiled: CompiledRubric, row: RuleRow, input: EvaluationInput) {
    this.#compiled = compiled;
    this.#row = row;
    this.#input = input;
  }

  of(inputs: readonly number[]): FactReading[] {
    let facts: FactReading[] | undefined;
    for (const index of inputs) {
      const reading = this.#read(index);
      if (!reading) continue;
      if (facts) facts.push(reading);
      else facts = [reading];
    }
    return facts ?? NO_FACTS;
  }

  #read(index: number): FactReading | undefined {
    const value = this.#row.values[index];
    if (value === undefined) return undefined;
    const { collector } = this.#compiled.facts[index];
    this.#made[index] ??= {
      path: this.#compiled.scope.inputs[index].path,
      value: value as FactReading['value'],
      collectedAt: this.#input.facts[collector].collectedAt,
    };
    return this.#made[index];
  }
}

function applies(
  { check, tracks, appliesTo }: CompiledCheck,
  { entity, track }: EvaluationInput,
): string | undefined {
  if (tracks && (track === undefined || !tracks.has(track))) {
    return `Applies on the track ${listing(check.tracks!)} only; this model ${
      track === undefined ? 'has no track' : `is on ${track}`
    }.`;
  }
  if (appliesTo && !appliesTo(entity)) {
    return 'Does not apply to this kind of model.';
  }
  return undefined;
}

type Verdict = Pick<CheckResult, 'status' | 'method' | 'reason' | 'expiresAt'>;

function byRule(
  { check, rule }: CompiledCheck,
  answer: RuleAnswer,
  facts: FactReading[],
  row: RuleRow,
  compiled: CompiledRubric,
): Verdict {
  switch (answer.outcome) {
    case 'true':
      return { status: 'pass', method: 'automated', reason: check.expects! };
    case 'false': {
      const causes = [...rule!.causes(row)].map(index => compiled.facts[index]);
      return {
        status: 'fail',
        method: 'automated',
        reason: `Expected: ${withoutStop(check.expects!)}; found: ${findings(
          causes,
          facts,
        )}.`,
      };
    }
    case 'unknown':
      return {
        status: 'unknown',
        method: 'none',
        reason: `Not known: ${listing(
          answer.missing.map(path => compiled.nameOf(path)),
        )}.`,
      };
    default:
      return {
        status: 'error',
        method: 'automated',
        reason: `The rule failed: ${withoutStop(answer.error ?? 'no reason')}.`,
      };
  }
}

function byAnswer(
  attestation: Attestation,
  judgement: AttestationJudgement,
): Verdict {
  const who = `${person(attestation.author)} on ${day(attestation.createdAt)}`;
  const expiresAt = new Date(judgement.expiresAt).toISOString();
  if (judgement.state === 'expired') {
    return {
      status: 'unknown',
      method: 'none',
      reason: `The answer of ${who} expired on ${day(judgement.expiresAt)}.`,
    };
  }
  if (judgement.status === 'pass' || judgement.status === 'fail') {
    const but = judgement.detail ? `, but ${judgement.detail}` : '';
    return {
      status: judgement.status,
      method: 'attested',
      reason: `Answered ${
        attestation.answer
      } by ${who}${but}; holds until ${day(judgement.expiresAt)}.`,
      expiresAt,
    };
  }
  return {
    status: judgement.status,
    method: judgement.status === 'error' ? 'attested' : 'none',
    reason: `Answered ${attestation.answer} by ${who}, but ${judgement.detail}.`,
    expiresAt,
  };
}

function ofAttestation(
  attestation: Attestation,
  { state, expiresAt }: AttestationJudgement,
): CheckResult['attestation'] {
  const { id, answer, author, createdAt } = attestation;
  return {
    id,
    state,
    answer,
    author,
    createdAt,
    expiresAt: new Date(expiresAt).toISOString(),
  };
}

function waive(result: CheckResult, waiver: Waiver, now: number): void {
  const state = waiverState(waiver, now);
  const { id, reason, requestedBy, decidedBy, expiresAt } = waiver;
  result.waiver = { id, state, reason, requestedBy, expiresAt };
  if (decidedBy !== undefined) result.waiver.decidedBy = decidedBy;
  if (
    state === 'active' &&
    result.status !== 'pass' &&
    result.status !== 'not-applicable'
  ) {
    result.reason = `Waived by ${person(decidedBy ?? requestedBy)} until ${day(
      expiresAt,
    )}: ${withoutStop(waiver.reason)}. Without it: ${result.reason}`;
    result.status = 'waived';
    result.expiresAt = expiresAt;
  }
}

function own<T>(of: Record<string, T> | undefined, key: string): T | undefined {
  return of && Object.hasOwn(of, key) ? of[key] : undefined;
}

/** The result of one check. */
export function evaluateCheck(
  compiled: CompiledRubric,
  item: CompiledCheck,
  row: RuleRow,
  readings: Readings,
  input: EvaluationInput,
  now: number,
): CheckResult {
  const { check, rule, judge } = item;
  const excluded = applies(item, input);
  if (excluded !== undefined) {
    return {
      checkId: check.id,
      status: 'not-applicable',
      counted: false,
      method: 'none',
      reason: excluded,
      facts: NO_FACTS,
    };
  }
  const attestation = own(input.attestations, check.id);
  const judgement = attestation && judge?.judge(attestation, now);
  const facts = rule ? readings.of(rule.inputs) : NO_FACTS;
  let verdict: Verdict;
  if (rule) {
    const answer = rule.run(row);
    verdict = byRule(item, answer, facts, row, compiled);
    if (judge && verdict.status === 'unknown') {
      const fallback = judgement
        ? byAnswer(attestation, judgement)
        : { ...verdict, reason: 'Nobody has answered yet.' };
      verdict = {
        ...fallback,
        reason:
          fallback.status === 'unknown'
            ? `${verdict.reason} ${fallback.reason}`
            : fallback.reason,
      };
    } else if (
      judgement &&
      verdict.status === 'fail' &&
      check.attestation!.standsInFor === 'fail'
    ) {
      // The rule looked in one place; the answer says that the proof lies in another.
      const answered = byAnswer(attestation, judgement);
      verdict =
        answered.status === 'pass'
          ? answered
          : { ...verdict, reason: `${verdict.reason} ${answered.reason}` };
    }
  } else if (judgement) {
    verdict = byAnswer(attestation!, judgement);
  } else {
    verdict = {
      status: 'unknown',
      method: 'none',
      reason: 'Nobody has answered yet.',
    };
  }
  const result: CheckResult = {
    checkId: check.id,
    status: verdict.status,
    counted: item.countsFrom !== undefined && item.countsFrom <= now,
    method: verdict.method,
    reason: verdict.reason,
    facts,
  };
  if (verdict.expiresAt !== undefined) result.expiresAt = verdict.expiresAt;
  if (judgement) result.attestation = ofAttestation(attestation, judgement);
  const waiver = own(input.waivers, check.id);
  if (waiver) waive(result, waiver, now);
  return result;
}
