import {
  RolloutStanding,
  RolloutVariant,
  spanMs,
} from '@airworthy/plugin-ml-deployment-common';
import {
  MlDeploymentStrategy,
  MlDeploymentVariant,
  ReadableMlDeployment,
} from '@airworthy/plugin-ml-models-common';

type Spec = Pick<ReadableMlDeployment['spec'], 'strategy' | 'variants'>;

const variantOf = ({
  name,
  role,
  version,
  traffic,
}: MlDeploymentVariant): RolloutVariant => ({ name, role, version, traffic });

/** The variants of a rollout: the stable one, and the one that is held against it. */
function pairOf(variants: readonly MlDeploymentVariant[], type?: string) {
  const of = (role: MlDeploymentVariant['role']) =>
    variants.find(variant => variant.role === role);
  const stable = of('stable');
  const candidate =
    type === 'shadow'
      ? of('shadow') ?? of('candidate')
      : of('candidate') ?? of('shadow');
  return {
    ...(stable ? { stable: variantOf(stable) } : {}),
    ...(candidate ? { candidate: variantOf(candidate) } : {}),
  };
}

/** Index of the phase that runs: the one that is named, or the only one. */
export function phaseOf(strategy: MlDeploymentStrategy): number | undefined {
  const phases = strategy.plan?.phases ?? [];
  return strategy.phase ?? (phases.length === 1 ? 0 : undefined);
}

/**
 * Where a rollout stands.
 *
 * @param phaseStartedAt - When its phase began, where that is known.
 */
export function standingOf(
  { strategy, variants = [] }: Spec,
  phaseStartedAt: string | undefined,
): RolloutStanding {
  if (!strategy) return pairOf(variants);
  const { type, state, startedAt, plan } = strategy;
  const phase = phaseOf(strategy);
  const duration =
    phase === undefined ? undefined : plan?.phases?.[phase]?.duration;
  const endsAt =
    phaseStartedAt && duration
      ? Date.parse(phaseStartedAt) + spanMs(duration)
      : NaN;
  return {
    strategy: type,
    ...(state ? { state } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(plan ? { plan } : {}),
    ...(phase === undefined ? {} : { phase }),
    ...(Number.isFinite(endsAt)
      ? { phaseEndsAt: new Date(endsAt).toISOString() }
      : {}),
    ...pairOf(variants, type),
  };
}
