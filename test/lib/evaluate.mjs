import { until } from './until.mjs';

/** Evaluates models of a portal, all without references, and waits for the end. */
export async function evaluate({ request }, entityRefs) {
  const { id } = await request('ml-maturity/evaluations', {
    method: 'POST',
    body: JSON.stringify({ entityRefs }),
  });
  await until('the evaluation', async () => {
    const { state, error } = await request(`ml-maturity/evaluations/${id}`);
    if (state === 'failed') throw new Error(`The evaluation failed: ${error}`);
    return state === 'done';
  });
}
