import { SOURCES } from './sources';
import { Strategy } from './types';

/** The old version is stopped before the new one starts. */
export const recreate: Strategy = {
  type: 'recreate',
  title: 'Recreate',
  summary:
    'The old version is stopped, then the new one starts. Between them nobody answers.',
  usersSee: 'The old version, nothing for a while, then the new version.',
  fits: [
    'It is the first version: there is nothing to keep running.',
    'The model works in batches, and a gap between two runs harms nobody.',
    'Two versions must never run at once, such as over a locked store.',
  ],
  fitsNot: ['Somebody waits for an answer.'],
  needs: [{ what: 'A time at which nobody needs an answer', required: true }],
  phases: [
    {
      name: 'Stop',
      candidate: 'nothing',
      what: 'The old version is stopped; callers get an error or wait.',
      watch: ['error_ratio'],
    },
    {
      name: 'Start',
      candidate: 'every request',
      what: 'The new version starts and is tested before callers come back.',
      watch: ['error_ratio', 'latency_p95', 'psi'],
    },
  ],
  rollback: {
    how: 'Stop the new version and start the old one, with the same gap.',
    time: 'PT10M',
  },
  cost: 'None, but for the gap.',
  evidence: 'That the new version starts and answers.',
  sources: [SOURCES.kubernetesDeployment],
};
