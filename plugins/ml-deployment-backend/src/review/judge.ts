import {
  ReviewEvidence,
  RolloutStanding,
  Verdict,
  judgeRollout,
} from '@airworthy/plugin-ml-deployment-common';
import { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import { MlDeploymentConfig } from '../config';
import { FoundEvidence } from './EvidenceReader';
import { rulesOf } from './rulesOf';

const DAY = 86_400_000;
// Not every model is asked on every day.
const STALE = 2 * DAY;

const inWords = (moment: string) =>
  `${moment.slice(0, 16).replace('T', ' ')} UTC`;

function isStale({ freshAt }: ReviewEvidence, now: Date): boolean {
  return freshAt !== undefined && now.getTime() - Date.parse(freshAt) > STALE;
}

function waitsFor(rollout: RolloutStanding, now: Date): string | undefined {
  const { phaseEndsAt, phase, plan } = rollout;
  if (!phaseEndsAt || Date.parse(phaseEndsAt) <= now.getTime()) {
    return undefined;
  }
  const name = plan?.phases?.[phase!]?.name;
  return `By its plan the phase ${name} lasts until ${inWords(phaseEndsAt)}.`;
}

/** Judges a rollout by its rules, on the evidence, and by the time of its phase. */
export function judge(
  rollout: RolloutStanding,
  found: FoundEvidence,
  options: {
    settings: Pick<MlDeploymentConfig['review'], 'alpha' | 'leastRequests'>;
    monitoring: MlMonitoringSpec;
    now: Date;
  },
): Verdict {
  const { evidence, figures } = found;
  const phase =
    rollout.phase === undefined
      ? undefined
      : rollout.plan?.phases?.[rollout.phase];
  const { alpha, leastRequests } = options.settings;
  const verdict = judgeRollout({
    ...rulesOf(rollout, figures, options.monitoring),
    evidence: evidence.metrics,
    settings: {
      alpha,
      leastRequests,
      ...(phase?.sampleSize ? { sampleSize: phase.sampleSize } : {}),
    },
  });
  if (evidence.failure) {
    // Without evidence nothing is promoted, nor rolled back.
    return {
      ...verdict,
      decision: 'hold',
      reasons: [evidence.failure, ...verdict.reasons],
    };
  }
  if (verdict.decision === 'roll-back') return verdict;
  const waits = isStale(evidence, options.now)
    ? `Nothing is known of the time since ${inWords(
        evidence.freshAt!,
      )}: no newer request was logged.`
    : waitsFor(rollout, options.now);
  if (waits) {
    return {
      ...verdict,
      decision: 'hold',
      reasons: [waits, ...(verdict.decision === 'hold' ? verdict.reasons : [])],
    };
  }
  // What people look at is in words, and no figure can tell it.
  const words = (phase?.criteria ?? []).map(
    criterion => `Not measured, for you to confirm: ${criterion}`,
  );
  return verdict.decision === 'promote'
    ? { ...verdict, reasons: [...verdict.reasons, ...words] }
    : verdict;
}
