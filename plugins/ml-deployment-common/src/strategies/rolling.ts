import { SOURCES } from './sources';
import { Strategy } from './types';

/** Replicas are replaced a few at a time. */
export const rolling: Strategy = {
  type: 'rolling',
  title: 'Rolling',
  summary:
    'Replicas of the old version are replaced by the new one a few at a time. What the platform does when it is told nothing else.',
  usersSee: 'A mixture, by chance, for as long as it takes.',
  fits: [
    'A wrong answer does little harm and can be mended.',
    'There is no room for a second copy, such as with large models on many accelerators.',
    'The change is not in the model: a library, a base image, a limit.',
  ],
  fitsNot: [
    'Somebody wants to know whether the new version is better: the mixture hides it.',
    'Two versions must not answer the same user.',
  ],
  needs: [
    {
      what: 'Probes that tell a replica that answers from one that does not',
      required: true,
    },
    {
      what: 'Room for one more replica, or leave to run with one less',
      required: false,
    },
  ],
  phases: [
    {
      name: 'Replace',
      candidate: 'a share that grows with the replicas',
      what: 'Each new replica must be ready before the next old one goes.',
      watch: ['error_ratio', 'latency_p95'],
    },
    {
      name: 'Watch',
      candidate: 'every request',
      what: 'Figures are compared with those before.',
      watch: ['error_ratio', 'latency_p95', 'psi'],
    },
  ],
  rollback: {
    how: 'Roll out the old version the same way.',
    time: 'PT5M',
  },
  cost: 'Next to nothing.',
  evidence:
    'That the new version starts and answers. Nothing about whether it is better.',
  sources: [SOURCES.kubernetesDeployment, SOURCES.sageMakerGuardrails],
};
