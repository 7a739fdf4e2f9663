import { SOURCES } from '../../strategies/sources';
import { rulesOf } from './rulesOf';

export const rollingRules = rulesOf('rolling', [
  {
    id: 'low-risk',
    asks: ['risk'],
    when: a => a.risk === 'low',
    effect: 2.5,
    reason: 'A wrong answer does little harm, and this costs next to nothing.',
  },
  {
    id: 'some-risk',
    asks: ['risk'],
    when: a => a.risk === 'medium',
    effect: -1.5,
    reason: 'It goes on to all users without a verdict.',
  },
  {
    id: 'high-risk',
    asks: ['risk'],
    when: a => a.risk === 'high',
    effect: -3,
    reason:
      'A wrong answer does much harm, and it goes on to all users without a verdict.',
  },
  {
    id: 'reversible',
    asks: ['reversible'],
    when: a => a.reversible === 'yes',
    effect: 0.5,
    reason: 'Wrong answers can be taken back.',
  },
  {
    id: 'not-reversible',
    asks: ['reversible'],
    when: a => a.reversible === 'no',
    effect: -2,
    reason: 'Going back takes minutes, and wrong answers cannot be taken back.',
  },
  {
    id: 'no-room',
    asks: ['spareCapacity'],
    when: a => a.spareCapacity === 'none',
    effect: 2.5,
    reason:
      'It needs no second copy, which suits large models on many instances.',
    source: SOURCES.sageMakerGuardrails,
  },
  {
    id: 'first-version',
    asks: ['existingVersion'],
    when: a => !a.existingVersion,
    effect: 0.5,
    reason: 'There is nothing to compare with anyway.',
    source: SOURCES.kubernetesDeployment,
  },
  {
    id: 'session',
    asks: ['state'],
    when: a => a.state === 'session',
    effect: -1.5,
    reason: 'Within a session a user may meet both versions.',
  },
  {
    id: 'acts',
    asks: ['state'],
    when: a => a.state === 'acts',
    effect: -1,
    reason: 'Both versions act at the same time while replicas are replaced.',
  },
  {
    id: 'user-comparison',
    asks: ['userComparison'],
    when: a => a.userComparison,
    effect: -3,
    reason: 'The mixture tells nothing about either version.',
  },
  {
    id: 'regulated',
    asks: ['regulated'],
    when: a => a.regulated,
    effect: -1.5,
    reason:
      'Users meet the version while it is still being replaced, before anybody could approve on evidence.',
  },
  {
    id: 'batch',
    asks: ['workload'],
    when: a => a.workload === 'batch',
    effect: -1,
    reason: 'A batch has no replicas that answer all the time.',
  },
]);
