import { addExamples } from './examples';
import { MlflowStandIn } from './MlflowStandIn';

const DEFAULT_PORT = 5_001;

async function main(): Promise<void> {
  const standIn = new MlflowStandIn();
  addExamples(standIn);
  await standIn.listen(Number(process.env.PORT ?? DEFAULT_PORT));
  process.stdout.write(
    `A stand-in for MLflow is up: ${standIn.url}   Stop: Ctrl-C\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => standIn.close());
  }
}

main();
