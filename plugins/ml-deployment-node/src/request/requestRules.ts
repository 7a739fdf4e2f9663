import { usesGateway, usesKServe, usesRouteBeneath } from './traits';
import { RenderRequest, RenderVersion } from './requestSchema';

type Rule = (request: RenderRequest) => string | string[] | undefined;

const COMPARING = ['shadow', 'blue-green', 'canary', 'ab-test'];

const versionsOf = ({ versions }: RenderRequest): [string, RenderVersion][] => [
  ...(versions.stable
    ? [['versions.stable', versions.stable] as [string, RenderVersion]]
    : []),
  ['versions.candidate', versions.candidate],
];

const needsStable: Rule = ({ strategy, versions }) =>
  COMPARING.includes(strategy) && !versions.stable
    ? `versions.stable: expected the version in production, which ${strategy} needs, was nothing`
    : undefined;

const differentVersions: Rule = ({ versions: { stable, candidate } }) =>
  stable?.version === candidate.version
    ? `versions.candidate.version: expected another version than the ${candidate.version} in production`
    : undefined;

/* What the rollout is about; without it nothing would change in the cluster. */
const somethingToServe: Rule = request =>
  versionsOf(request).flatMap(([field, { uri, image }]) => {
    if (usesKServe(request)) {
      if (uri && image)
        return `${field}: expected either uri or image for KServe, was both`;
      if (uri && !request.model?.format)
        return 'model.format: expected what the model is saved as, was nothing';
      return uri || image ? [] : `${field}: expected uri or image, was neither`;
    }
    return image ? [] : `${field}.image: expected an image, was nothing`;
  });

const needsGroup: Rule = ({ strategy, assignment }) =>
  strategy === 'ab-test' && !assignment
    ? 'assignment: expected the header or cookie that tells the groups apart, was nothing'
    : undefined;

const needsGateway: Rule = request =>
  usesGateway(request) && !request.route?.gateway
    ? `route.gateway: expected the Gateway that ${request.target} routes with, was nothing`
    : undefined;

const needsHost: Rule = request =>
  request.target === 'kserve-knative' &&
  usesRouteBeneath(request) &&
  !request.route?.hostnames?.length
    ? 'route.hostnames: expected the host that callers use, which the VirtualService answers for, was nothing'
    : undefined;

const stepExists: Rule = ({ traffic }) => {
  const { step, steps } = traffic ?? {};
  return step !== undefined && steps && step >= steps.length
    ? `traffic.step: expected the index of one of ${steps.length} steps, from 0, was ${step}`
    : undefined;
};

const digests: Rule = request =>
  request.policy?.requireDigest
    ? versionsOf(request).flatMap(([field, { image }]) =>
        image && !/@sha256:[0-9a-f]{64}$/.test(image)
          ? `${field}.image: expected a digest (@sha256:…), was ${image}`
          : [],
      )
    : undefined;

const limits: Rule = ({ policy, resources }) =>
  policy?.requireLimits
    ? ['cpu', 'memory'].flatMap(key =>
        resources?.limits?.[key]
          ? []
          : `resources.limits.${key}: expected a limit, which the policy asks for, was nothing`,
      )
    : undefined;

const probes: Rule = ({ policy, probes: given }) =>
  policy?.requireProbes && !given?.readiness
    ? 'probes.readiness: expected a probe, which the policy asks for, was nothing'
    : undefined;

const budget: Rule = ({
  policy,
  disruptionBudget,
  replicas = 1,
  autoscaling,
}) => {
  if (!disruptionBudget) {
    return policy?.requireDisruptionBudget
      ? 'disruptionBudget: expected one, which the policy asks for, was nothing'
      : undefined;
  }
  const least = autoscaling?.minReplicas ?? replicas;
  const { minAvailable } = disruptionBudget;
  // Otherwise no node can ever be drained.
  return minAvailable !== undefined && minAvailable >= least
    ? `disruptionBudget.minAvailable: expected less than the ${least} replicas, was ${minAvailable}`
    : undefined;
};

const replicaBounds: Rule = ({ policy, replicas = 1, autoscaling }) => {
  const most = Math.max(replicas, autoscaling?.maxReplicas ?? 0);
  return policy?.maxReplicas !== undefined && most > policy.maxReplicas
    ? `replicas: expected at most ${policy.maxReplicas}, which the policy allows, was ${most}`
    : undefined;
};

const RULES: readonly Rule[] = [
  needsStable,
  differentVersions,
  somethingToServe,
  needsGroup,
  needsGateway,
  needsHost,
  stepExists,
  digests,
  limits,
  probes,
  budget,
  replicaBounds,
];

/** What is wrong with a request across its fields. */
export function listRequestProblems(request: RenderRequest): string[] {
  return RULES.flatMap(rule => rule(request) ?? []);
}
