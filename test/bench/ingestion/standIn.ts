/**
 * A registry of so many models in a process of its own, whose memory and time
 * are not the provider's. A message with a number n changes every n-th model.
 */
import {
  MlflowStandIn,
  addModel,
} from '../../../examples/registry-standin/src';

const MODELS = Number(process.argv[2]);
const DAY = 86_400_000;
const started = Date.UTC(2026, 0, 1);

const standIn = new MlflowStandIn();
for (let i = 0; i < MODELS; i++) {
  const name = `model-${String(i).padStart(6, '0')}`;
  const run = `${i.toString(16).padStart(32, '0')}`;
  addModel(standIn, {
    model: {
      name,
      description: `What model ${i} is for, in a sentence or two. `.repeat(4),
      last_updated_timestamp: started + i,
      tags: [{ key: 'team', value: `team-${i % 50}` }],
      aliases: [{ alias: 'champion', version: '1' }],
    },
    versions: [{ version: '1', run_id: run }],
    runs: [
      {
        info: {
          run_id: run,
          experiment_id: '1',
          status: 'FINISHED',
          start_time: started,
        },
        data: {
          metrics: ['roc_auc', 'log_loss', 'f1'].map(key => ({
            key,
            value: (i % 100) / 100,
            timestamp: started,
            step: 0,
          })),
          params: ['depth', 'rate', 'rounds'].map(key => ({
            key,
            value: `${i % 7}`,
          })),
          tags: [{ key: 'mlflow.user', value: `user-${i % 30}` }],
        },
      },
    ],
  });
}

let touches = 0;
process.on('message', (every: number) => {
  touches++;
  let i = 0;
  for (const model of standIn.models.values()) {
    if (i++ % every === 0) {
      model.description = `Changed: ${model.description}`;
      model.last_updated_timestamp = started + touches * DAY + i;
    }
  }
  process.send!('touched');
});

standIn.listen().then(() => process.send!(standIn.url));
