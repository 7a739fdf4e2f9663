import { InputError } from '@backstage/errors';
import {
  canaryPredictorOf,
  inferenceServiceOf,
  predictorOf,
} from '../build/inferenceService';
import { Predictor } from '../build/inferenceServiceTypes';
import { httpRouteOf } from '../build/routes';
import { shareOf } from '../build/shares';
import { variantRulesOf } from '../build/variantRules';
import {
  SERVICE_PORT,
  disruptionBudgetOf,
  stableAnnotationsOf,
} from '../build/workloads';
import { RenderedManifests } from '../manifests/types';
import { ObjectNames, slug } from '../request/names';
import { RenderRequest } from '../request/requestSchema';
import { usesRouteBeneath } from '../request/traits';
import { fileOf } from './files';
import { kserveSelectorOf, twoInferenceServices } from './kserveBeneath';

function canary(request: RenderRequest, names: ObjectNames): RenderedManifests {
  const { stable, candidate } = request.versions;
  const stableName = request.model?.stablePredictorName;
  const candidateName = `v-${slug(candidate.version)}`;
  if (candidateName === stableName) {
    throw new InputError(
      `model.stablePredictorName: expected another name than ${candidateName}, which the candidate gets`,
    );
  }
  return {
    files: fileOf(names.base, 'inferenceservice', [
      inferenceServiceOf(
        request,
        names.base,
        'Standard',
        {
          predictor: {
            ...(stableName ? { name: stableName } : {}),
            ...predictorOf(request, stable!, 'Standard', 'stable'),
          },
          canary: [
            {
              trafficPercent: shareOf(request),
              predictor: canaryPredictorOf(request, candidate, candidateName),
            },
          ],
        },
        { annotations: stableAnnotationsOf(request) },
      ),
      ...disruptionBudgetOf(request, names.base, kserveSelectorOf(names.base)),
    ]),
    notices: [
      'Needs KServe 0.20 or later with Gateway API ingress. Only a canary that is ready gets traffic.',
      'Nothing measures between the steps: review the rollout before you raise the share.',
    ],
  };
}

function beneath(
  request: RenderRequest,
  names: ObjectNames,
): RenderedManifests {
  return {
    files: [
      ...twoInferenceServices(request, names, {
        stable: 'Standard',
        candidate: 'Standard',
      }),
      ...fileOf(names.base, 'httproute', [
        httpRouteOf(
          request,
          names.base,
          variantRulesOf(request, {
            stable: `${names.base}-predictor`,
            candidate: `${names.candidate}-predictor`,
            port: SERVICE_PORT,
          }),
        ),
      ]),
    ],
    notices: [
      'Callers must use this HTTPRoute: requests to KServe’s own address pass it by.',
    ],
  };
}

function replacing(
  request: RenderRequest,
  names: ObjectNames,
): RenderedManifests {
  const deploymentStrategy: Predictor['deploymentStrategy'] =
    request.strategy === 'recreate'
      ? { type: 'Recreate' }
      : {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 },
        };
  return {
    files: fileOf(names.base, 'inferenceservice', [
      inferenceServiceOf(
        request,
        names.base,
        'Standard',
        {
          predictor: {
            deploymentStrategy,
            ...predictorOf(request, request.versions.candidate, 'Standard'),
          },
        },
        { annotations: stableAnnotationsOf(request) },
      ),
      ...disruptionBudgetOf(request, names.base, kserveSelectorOf(names.base)),
    ]),
    notices:
      request.strategy === 'recreate'
        ? [
            'Requests fail from the end of the old version until the new one is ready.',
          ]
        : [],
  };
}

/** Manifests for KServe in Standard mode. */
export function renderKServeStandard(
  request: RenderRequest,
  names: ObjectNames,
): RenderedManifests {
  if (usesRouteBeneath(request)) return beneath(request, names);
  return request.strategy === 'canary'
    ? canary(request, names)
    : replacing(request, names);
}
