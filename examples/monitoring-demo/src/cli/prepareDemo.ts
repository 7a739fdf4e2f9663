import { join } from 'node:path';
import { prepareLogs } from '../prepareLogs.ts';

const DEMO = join(import.meta.dirname, '..', '..', '..', '..', '.demo');

async function main() {
  const started = performance.now();
  const result = await prepareLogs({ demo: DEMO, now: Date.now() });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    result === 'fresh'
      ? 'The inference logs of the other deployments are up to date'
      : `The inference logs of the other deployments were written up to now in ${seconds} s`,
  );
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
