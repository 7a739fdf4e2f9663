import { SOURCES } from '../../strategies/sources';
import { AMPLE_TRAFFIC, THIN_TRAFFIC } from '../traffic';
import { rulesOf } from './rulesOf';

export const abTestRules = rulesOf('ab-test', [
  {
    id: 'nothing-to-compare',
    asks: ['existingVersion'],
    when: a => !a.existingVersion,
    effect: 'blocks',
    reason: 'There is no version in production to compare with.',
  },
  {
    id: 'no-headers',
    asks: ['platform'],
    when: a => !a.platform.includes('headers'),
    effect: 'blocks',
    reason:
      'The platform cannot keep a user with a version by header or cookie.',
    source: SOURCES.flaggerStrategies,
  },
  {
    id: 'not-requests',
    asks: ['workload'],
    when: a => a.workload !== 'requests',
    effect: 'blocks',
    reason: 'There are no users behind a queue or a batch to part into groups.',
  },
  {
    id: 'user-comparison',
    asks: ['userComparison'],
    when: a => a.userComparison,
    effect: 6,
    reason: 'The question is what users do, and only stable groups tell that.',
    source: SOURCES.flaggerFaq,
  },
  {
    id: 'no-question',
    asks: ['userComparison'],
    when: a => !a.userComparison,
    effect: -4,
    reason: 'There is no question about users that would need stable groups.',
  },
  {
    id: 'thin-traffic',
    asks: ['requestsPerDay'],
    when: a => a.requestsPerDay < THIN_TRAFFIC,
    effect: -3,
    reason: 'Traffic is too thin for the effect in a time that anybody waits.',
  },
  {
    id: 'ample-traffic',
    asks: ['requestsPerDay'],
    when: a => a.requestsPerDay >= AMPLE_TRAFFIC,
    effect: 1,
    reason: 'There is traffic for small effects.',
  },
  {
    id: 'high-risk',
    asks: ['risk'],
    when: a => a.risk === 'high',
    effect: -2.5,
    reason:
      'Half of the users would bear wrong answers for as long as the test runs.',
  },
  {
    id: 'not-reversible',
    asks: ['reversible'],
    when: a => a.reversible === 'no',
    effect: -2.5,
    reason: 'What follows from wrong answers could not be taken back.',
  },
  {
    id: 'session',
    asks: ['state'],
    when: a => a.state === 'session',
    effect: 1,
    reason: 'A user keeps one version throughout.',
    source: SOURCES.flaggerFaq,
  },
  {
    id: 'no-room',
    asks: ['spareCapacity'],
    when: a => a.spareCapacity === 'none',
    effect: -2.5,
    reason: 'There is no room for a second group.',
  },
  {
    id: 'blind',
    asks: ['platform'],
    when: a => !a.platform.includes('variant-metrics'),
    effect: -2,
    reason: 'The figures of the versions cannot be told apart.',
  },
]);
