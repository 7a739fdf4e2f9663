import { prepareLog } from '../log/prepareLog.ts';
import { readArtefact } from '../model/artefacts.ts';
import { DEMO, FLIGHTS, MODELS } from './paths.ts';

async function main() {
  const started = performance.now();
  const result = await prepareLog({
    source: FLIGHTS,
    demo: DEMO,
    models: {
      stable: readArtefact(MODELS, '1'),
      candidate: readArtefact(MODELS, '2'),
    },
    now: Date.now(),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    {
      made: `The inference log of flight-delay was made in ${seconds} s`,
      continued: `The inference log of flight-delay was continued to now in ${seconds} s`,
      fresh: 'The inference log of flight-delay is up to date',
    }[result],
  );
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
