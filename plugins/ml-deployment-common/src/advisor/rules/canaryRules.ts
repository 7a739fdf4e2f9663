import { SOURCES } from '../../strategies/sources';
import { AMPLE_TRAFFIC, THIN_TRAFFIC } from '../traffic';
import { rulesOf } from './rulesOf';

export const canaryRules = rulesOf('canary', [
  {
    id: 'usual',
    asks: [],
    when: () => true,
    effect: 0.5,
    reason: 'A fault reaches few users before it is seen.',
    source: SOURCES.sreCanarying,
  },
  {
    id: 'nothing-to-compare',
    asks: ['existingVersion'],
    when: a => !a.existingVersion,
    effect: 'blocks',
    reason:
      'There is no version in production to compare with, and to send the rest of the traffic to.',
  },
  {
    id: 'no-weights',
    asks: ['platform'],
    when: a => !a.platform.includes('weights'),
    effect: 'blocks',
    reason: 'The platform cannot split traffic by weight.',
    source: SOURCES.gatewaySplitting,
  },
  {
    id: 'not-requests',
    asks: ['workload'],
    when: a => a.workload !== 'requests',
    effect: 'blocks',
    reason:
      'No router splits work that is taken from a queue or done in batches.',
    source: SOURCES.argoConcepts,
  },
  {
    id: 'blind',
    asks: ['platform'],
    when: a => !a.platform.includes('variant-metrics'),
    effect: -4,
    reason:
      'The figures of the versions cannot be told apart, so no step can be judged.',
    source: SOURCES.sreCanarying,
  },
  {
    id: 'thin-traffic',
    asks: ['requestsPerDay'],
    when: a => a.requestsPerDay < THIN_TRAFFIC,
    effect: -3,
    reason:
      'Traffic is too thin: a tenth of it takes more than two weeks to show that errors doubled.',
    source: SOURCES.sreCanarying,
  },
  {
    id: 'ample-traffic',
    asks: ['requestsPerDay'],
    when: a => a.requestsPerDay >= AMPLE_TRAFFIC,
    effect: 2,
    reason: 'A tenth of the traffic is enough for a verdict within a day.',
    source: SOURCES.sreCanarying,
  },
  {
    id: 'medium-risk',
    asks: ['risk'],
    when: a => a.risk === 'medium',
    effect: 2,
    reason: 'A wrong answer does some harm, and few users meet it at first.',
    source: SOURCES.argoConcepts,
  },
  {
    id: 'high-risk',
    asks: ['risk'],
    when: a => a.risk === 'high',
    effect: 1,
    reason:
      'A wrong answer does much harm; few users meet it at first, but some do.',
    source: SOURCES.argoConcepts,
  },
  {
    id: 'not-reversible',
    asks: ['reversible'],
    when: a => a.reversible === 'no',
    effect: -1.5,
    reason: 'Even a few wrong answers cannot be taken back.',
  },
  {
    id: 'quick-labels',
    asks: ['labelDelay'],
    when: a => a.labelDelay === 'minutes' || a.labelDelay === 'hours',
    effect: 1.5,
    reason:
      'Labels come while a step lasts, so quality decides and not latency alone.',
  },
  {
    id: 'late-labels',
    asks: ['labelDelay'],
    when: a => a.labelDelay === 'weeks' || a.labelDelay === 'never',
    effect: -1.5,
    reason:
      'Labels come after the rollout has ended: only errors, latency and drift guard it.',
    source: SOURCES.argoPractices,
  },
  {
    id: 'session',
    asks: ['state'],
    when: a => a.state === 'session',
    effect: -2,
    reason:
      'Within a session a user may meet both versions unless routing is sticky.',
    source: SOURCES.flaggerFaq,
  },
  {
    id: 'user-comparison',
    asks: ['userComparison'],
    when: a => a.userComparison,
    effect: -2,
    reason:
      'Users change between versions, so what they do cannot be laid to one.',
    source: SOURCES.flaggerFaq,
  },
  {
    id: 'no-room',
    asks: ['spareCapacity'],
    when: a => a.spareCapacity === 'none',
    effect: -2.5,
    reason: 'There is no room for even a small second copy.',
    source: SOURCES.sageMakerGuardrails,
  },
  {
    id: 'tight-latency',
    asks: ['latencyObjective'],
    when: a => a.latencyObjective === 'tight',
    effect: 1,
    reason: 'A slower version is seen on few requests.',
  },
]);
