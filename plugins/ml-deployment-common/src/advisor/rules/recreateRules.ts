import { SOURCES } from '../../strategies/sources';
import { rulesOf } from './rulesOf';

export const recreateRules = rulesOf('recreate', [
  {
    id: 'gap',
    asks: ['existingVersion', 'workload'],
    when: a => a.existingVersion && a.workload === 'requests',
    effect: -4,
    reason:
      'Callers wait for answers, and between the versions nobody gives any.',
    source: SOURCES.kubernetesDeployment,
  },
  {
    id: 'queue',
    asks: ['existingVersion', 'workload'],
    when: a => a.existingVersion && a.workload === 'queue',
    effect: 0.5,
    reason: 'Work waits in the queue while nobody takes it.',
  },
  {
    id: 'first-version',
    asks: ['existingVersion'],
    when: a => !a.existingVersion,
    effect: 2.5,
    reason: 'It is the first version: there is nothing to keep running.',
  },
  {
    id: 'batch',
    asks: ['workload'],
    when: a => a.workload === 'batch',
    effect: 4,
    reason: 'Between two runs nobody waits.',
  },
  {
    id: 'acts',
    asks: ['state'],
    when: a => a.state === 'acts',
    effect: 1,
    reason: 'The two versions never act at the same time.',
    source: SOURCES.kubernetesDeployment,
  },
  {
    id: 'no-room',
    asks: ['spareCapacity'],
    when: a => a.spareCapacity === 'none',
    effect: 1.5,
    reason: 'It needs no capacity beside the version in production.',
  },
  {
    id: 'risk',
    asks: ['risk'],
    when: a => a.risk !== 'low',
    effect: -1,
    reason: 'All users meet the version at once, and going back has a gap too.',
  },
  {
    id: 'user-comparison',
    asks: ['userComparison'],
    when: a => a.userComparison,
    effect: -3,
    reason: 'Before and after differ by more than the version.',
  },
]);
