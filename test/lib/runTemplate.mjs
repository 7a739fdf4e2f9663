import { setTimeout } from 'node:timers/promises';

const DONE = new Set(['completed', 'failed', 'cancelled', 'skipped']);

/** Runs a template for real; answers what it says, and throws with its log where it fails. */
export async function runTemplate(api, name, values) {
  const { id } = await api.request('scaffolder/v2/tasks', {
    method: 'POST',
    body: JSON.stringify({ templateRef: `template:default/${name}`, values }),
  });
  for (;;) {
    // A connection that the busy portal closed between two looks is opened anew.
    const { status } = await api
      .request(`scaffolder/v2/tasks/${id}`)
      .catch(error => {
        if (error instanceof TypeError) return {};
        throw error;
      });
    if (DONE.has(status)) {
      const events = await api.request(`scaffolder/v2/tasks/${id}/events`);
      if (status === 'completed') {
        return events.find(({ type }) => type === 'completion').body.output;
      }
      throw new Error(
        events
          .map(({ body }) => body.message)
          .slice(-12)
          .join('\n'),
      );
    }
    await setTimeout(500);
  }
}
