import { bentoml } from './runtimes/bentoml';
import { istio } from './runtimes/istio';
import { knative } from './runtimes/knative';
import { knativeOpenCensus } from './runtimes/knativeOpenCensus';
import { kserve } from './runtimes/kserve';
import { mlserver } from './runtimes/mlserver';
import { plainHttp } from './runtimes/plainHttp';
import { seldon } from './runtimes/seldon';
import { seldonV2 } from './runtimes/seldonV2';
import { tensorflowServing } from './runtimes/tensorflowServing';
import { torchserve } from './runtimes/torchserve';
import { triton } from './runtimes/triton';
import { vllm } from './runtimes/vllm';
import { toPreset } from './toPreset';
import { RuntimeMetrics } from './types';

/** Runtimes whose metrics are known. */
export const runtimes: readonly RuntimeMetrics[] = [
  kserve,
  knative,
  knativeOpenCensus,
  seldon,
  seldonV2,
  triton,
  vllm,
  mlserver,
  bentoml,
  torchserve,
  tensorflowServing,
  istio,
  plainHttp,
];

/** Presets that are there without configuration. */
export const builtInPresets = runtimes.map(toPreset);
