import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { updateCatalog } from '../catalog/updateCatalog.ts';
import { artefactFile, runIdOf, serialise } from '../model/artefacts.ts';
import { train } from '../training/train.ts';
import { CATALOG_FILE, FLIGHTS, MODELS } from './paths.ts';

async function main() {
  const started = performance.now();
  const trained = await train({ source: FLIGHTS });

  mkdirSync(MODELS, { recursive: true });
  for (const { model, metrics } of trained) {
    writeFileSync(artefactFile(MODELS, model.version), serialise(model));
    console.log(
      `\nflight-delay ${model.version}, run ${runIdOf(model)}: ` +
        `${model.trainedOn.rows} flights, l2 ${model.l2}, threshold ${model.threshold}`,
    );
    console.table(
      metrics.map(({ name, slice = 'all', value, baseline }) => ({
        metric: name,
        slice,
        value,
        baseline,
      })),
    );
  }
  writeFileSync(
    CATALOG_FILE,
    updateCatalog(readFileSync(CATALOG_FILE, 'utf8'), trained),
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `Trained in ${seconds} s; model/ and catalog/flight-delay.yaml are up to date.`,
  );
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
