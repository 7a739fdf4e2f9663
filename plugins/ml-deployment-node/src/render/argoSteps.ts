import { headerMatchOf } from '../build/assignment';
import { CanaryStep } from '../build/rollout';
import { mirrorPercentOf, stepsOf } from '../build/shares';
import { RenderRequest } from '../request/requestSchema';
import { ArgoAnalysis } from './argoAnalysis';
import { MANAGED_ROUTES } from './argoRouting';

/** The steps of a canary, shadow or A/B test of Argo Rollouts. */
export function argoStepsOf(
  request: RenderRequest,
  { pause, checks }: ArgoAnalysis,
): CanaryStep[] {
  const judged: CanaryStep[] = checks ? [{ analysis: checks }] : [];
  const route = MANAGED_ROUTES[request.strategy];
  switch (request.strategy) {
    case 'canary':
      return stepsOf(request).flatMap(setWeight => [
        { setWeight },
        { pause },
        ...judged,
      ]);
    case 'shadow':
      return [
        // A mirror needs pods, which a weight of 0 would not start.
        { setCanaryScale: { weight: mirrorPercentOf(request) } },
        {
          setMirrorRoute: {
            name: route!,
            percentage: mirrorPercentOf(request),
            // Without a match the step takes the route away; inference is asked for by POST.
            match: [{ method: { exact: 'POST' }, path: { prefix: '/' } }],
          },
        },
        ...(pause.duration ? [{ pause }] : []),
        ...judged,
        // Beyond the last step the candidate would get all traffic.
        { pause: {} },
      ];
    default: {
      const { name, kind, value } = headerMatchOf(request);
      return [
        { setCanaryScale: { weight: 50 } },
        {
          setHeaderRoute: {
            name: route!,
            match: [
              {
                headerName: name,
                headerValue:
                  kind === 'exact' ? { exact: value } : { regex: value },
              },
            ],
          },
        },
        ...(pause.duration ? [{ pause }] : []),
        ...judged,
        { pause: {} },
      ];
    }
  }
}
