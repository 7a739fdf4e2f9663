import { disruptionBudgetOf } from '../build/workloads';
import {
  DeploymentMode,
  inferenceServiceOf,
  predictorOf,
} from '../build/inferenceService';
import { ManifestFile } from '../manifests/types';
import { ObjectNames } from '../request/names';
import { RenderRequest } from '../request/requestSchema';
import { fileOf } from './files';

/** KServe's label of the pods of an InferenceService. */
export const kserveSelectorOf = (name: string) => ({
  'serving.kserve.io/inferenceservice': name,
});

/** An InferenceService for each version, to be routed beneath. */
export function twoInferenceServices(
  request: RenderRequest,
  names: ObjectNames,
  modes: { stable: DeploymentMode; candidate: DeploymentMode },
): ManifestFile[] {
  const { stable, candidate } = request.versions;
  return [
    ...fileOf(names.base, 'stable', [
      inferenceServiceOf(
        request,
        names.base,
        modes.stable,
        { predictor: predictorOf(request, stable!, modes.stable, 'stable') },
        { variant: 'stable' },
      ),
      ...disruptionBudgetOf(
        request,
        names.base,
        kserveSelectorOf(names.base),
        'stable',
      ),
    ]),
    ...fileOf(names.base, 'candidate', [
      inferenceServiceOf(
        request,
        names.candidate,
        modes.candidate,
        {
          predictor: predictorOf(
            request,
            candidate,
            modes.candidate,
            'candidate',
          ),
        },
        { variant: 'candidate' },
      ),
      ...disruptionBudgetOf(
        request,
        names.candidate,
        kserveSelectorOf(names.candidate),
        'candidate',
      ),
    ]),
  ];
}
