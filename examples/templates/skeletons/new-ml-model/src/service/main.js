import { hostname } from 'node:os';
import { join } from 'node:path';
import { readSchema } from '../config.js';
import { Model } from '../model/Model.js';
import { MODELS } from '../paths.js';
import { readArtefact, readVersions } from '../pipeline/versions.js';
import { InferenceLog } from './InferenceLog.js';
import { ServiceMetrics } from './ServiceMetrics.js';
import { createService } from './createService.js';

const {
  MODEL_VERSION,
  VARIANT = 'stable',
  INFERENCE_LOG_FOLDER,
  PORT = '8080',
} = process.env;

const artefact = MODEL_VERSION
  ? readArtefact(join(MODELS, `${Number(MODEL_VERSION)}.json`))
  : readVersions(MODELS)[0];
const model = new Model(artefact);
const log = new InferenceLog({
  folder: INFERENCE_LOG_FOLDER,
  suffix: hostname(),
});
const service = createService({
  model,
  schema: readSchema(),
  variant: VARIANT,
  log,
  metrics: new ServiceMetrics({
    model_name: model.name,
    model_version: model.version,
    variant: VARIANT,
  }),
});

service.listen(Number(PORT), () =>
  console.error(`${model.name} ${model.version} answers on port ${PORT}`),
);

// Kubernetes asks before it kills: requests that run are answered first.
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () =>
    service.close(async () => {
      await log.close();
      process.exit(0);
    }),
  );
}
