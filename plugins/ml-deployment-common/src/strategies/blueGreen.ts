import { SOURCES } from './sources';
import { Strategy } from './types';

/** Both versions stand ready; all traffic is switched at once. */
export const blueGreen: Strategy = {
  type: 'blue-green',
  title: 'Blue-green',
  summary:
    'The new version is brought up beside the old one, tested there, and then gets all traffic at once. The old one stays for a while.',
  usersSee: 'All of them the old version, then all of them the new one.',
  fits: [
    'The way back must take seconds.',
    'The platform cannot split traffic, or cannot tell the figures of the versions apart.',
    'Consumers take work from a queue, or must not meet two versions at once.',
    'Traffic is so thin that a part of it would show nothing.',
    'Somebody must approve a tested version before any user meets it.',
  ],
  fitsNot: [
    'A fault that only real traffic shows would hurt everybody at once.',
    'There is no room for a second full copy, such as on scarce accelerators.',
  ],
  needs: [
    { what: 'Twice the capacity during the switch', required: true },
    { what: 'Two services, or a selector that can be flipped', required: true },
    {
      what: 'Smoke tests or an analysis that runs before the switch',
      required: false,
    },
  ],
  phases: [
    {
      name: 'Preview',
      candidate: 'no traffic of users',
      what: 'The new version is up at full size behind a preview address; tests run against it.',
      watch: ['error_ratio', 'latency_p95'],
    },
    {
      name: 'Switch',
      candidate: 'all traffic',
      what: 'Traffic is switched at once; the old version keeps its replicas.',
      watch: ['error_ratio', 'latency_p95', 'psi'],
    },
    {
      name: 'Keep the old version',
      candidate: 'all traffic',
      what: 'The old version is scaled down when the time to look has passed.',
      watch: ['error_ratio', 'latency_p99', 'roc_auc', 'rmse'],
    },
  ],
  rollback: {
    how: 'Switch back to the old version while it still has its replicas.',
    time: 'PT10S',
  },
  cost: 'Twice the serving capacity from preview until the old version is scaled down.',
  evidence:
    'That the new version passes its tests before users meet it. Comparison with the old version is before against after, not at the same time.',
  sources: [
    SOURCES.argoConcepts,
    SOURCES.argoBlueGreen,
    SOURCES.sageMakerGuardrails,
  ],
};
