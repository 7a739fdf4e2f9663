import { SOURCES } from '../../strategies/sources';
import { THIN_TRAFFIC } from '../traffic';
import { rulesOf } from './rulesOf';

export const shadowRules = rulesOf('shadow', [
  {
    id: 'nothing-to-copy',
    asks: ['existingVersion'],
    when: a => !a.existingVersion,
    effect: 'blocks',
    reason: 'There is no version in production whose requests could be copied.',
  },
  {
    id: 'acts-twice',
    asks: ['state'],
    when: a => a.state === 'acts',
    effect: 'blocks',
    reason:
      'A request makes something happen: a copy would make it happen twice.',
    source: SOURCES.flaggerFaq,
  },
  {
    id: 'no-mirror',
    asks: ['platform'],
    when: a => !a.platform.includes('mirror'),
    effect: 'blocks',
    reason: 'The platform cannot mirror requests.',
    source: SOURCES.gatewayMirror,
  },
  {
    id: 'no-room',
    asks: ['spareCapacity'],
    when: a => a.spareCapacity === 'none',
    effect: 'blocks',
    reason: 'There is no capacity for a copy of the traffic.',
    source: SOURCES.sageMakerShadow,
  },
  {
    id: 'not-requests',
    asks: ['workload'],
    when: a => a.workload !== 'requests',
    effect: -2,
    reason: 'Work from a queue or in batches is not mirrored by a router.',
  },
  {
    id: 'high-risk',
    asks: ['risk'],
    when: a => a.risk === 'high',
    effect: 3,
    reason:
      'A wrong answer does much harm, and no user sees the answers of a shadow.',
    source: SOURCES.sageMakerShadow,
  },
  {
    id: 'low-risk',
    asks: ['risk'],
    when: a => a.risk === 'low',
    effect: -2,
    reason: 'A wrong answer does little harm: a second capacity buys little.',
  },
  {
    id: 'not-reversible',
    asks: ['reversible'],
    when: a => a.reversible === 'no',
    effect: 3,
    reason: 'What follows from a wrong answer cannot be taken back.',
  },
  {
    id: 'late-labels',
    asks: ['labelDelay'],
    when: a => a.labelDelay === 'days' || a.labelDelay === 'weeks',
    effect: 2,
    reason:
      'Labels come late: both versions are scored on the same requests without keeping users waiting.',
    source: SOURCES.argoPractices,
  },
  {
    id: 'thin-traffic',
    asks: ['requestsPerDay'],
    when: a => a.requestsPerDay < THIN_TRAFFIC,
    effect: 1,
    reason: 'Traffic is thin, and a shadow gets all of it.',
  },
  {
    id: 'user-comparison',
    asks: ['userComparison'],
    when: a => a.userComparison,
    effect: -5,
    reason:
      'Users never see its answers, so it tells nothing of what they do with them.',
  },
  {
    id: 'tight-latency',
    asks: ['latencyObjective'],
    when: a => a.latencyObjective === 'tight',
    effect: 0.5,
    reason: 'Latency under real load is seen before any user waits.',
  },
  {
    id: 'some-room',
    asks: ['spareCapacity'],
    when: a => a.spareCapacity === 'some',
    effect: -1,
    reason: 'There is room for a sample of the requests only.',
  },
  {
    id: 'regulated',
    asks: ['regulated'],
    when: a => a.regulated,
    effect: 1.5,
    reason:
      'It gives evidence for an approval before any user meets the version.',
  },
]);
