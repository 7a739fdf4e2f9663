import { SOURCES } from '../../strategies/sources';
import { THIN_TRAFFIC } from '../traffic';
import { rulesOf } from './rulesOf';

export const blueGreenRules = rulesOf('blue-green', [
  {
    id: 'usual',
    asks: [],
    when: () => true,
    effect: 0.5,
    reason:
      'The way back takes seconds, and the platform needs no router for it.',
    source: SOURCES.argoConcepts,
  },
  {
    id: 'no-room',
    asks: ['spareCapacity'],
    when: a => a.spareCapacity === 'none',
    effect: 'blocks',
    reason: 'There is no room for a second full copy.',
    source: SOURCES.argoBlueGreen,
  },
  {
    id: 'some-room',
    asks: ['spareCapacity'],
    when: a => a.spareCapacity === 'some',
    effect: -2.5,
    reason:
      'It takes a second full copy during the switch, and there is room for a part.',
    source: SOURCES.argoBlueGreen,
  },
  {
    id: 'no-router',
    asks: ['platform'],
    when: a => !a.platform.includes('weights'),
    effect: 1.5,
    reason: 'It needs no router that splits traffic.',
    source: SOURCES.argoConcepts,
  },
  {
    id: 'blind',
    asks: ['platform'],
    when: a => !a.platform.includes('variant-metrics'),
    effect: 1,
    reason:
      'One version answers at a time, so its figures are its own without labels by version.',
  },
  {
    id: 'queue',
    asks: ['workload'],
    when: a => a.workload === 'queue',
    effect: 3,
    reason: 'Workers on a queue are switched whole.',
    source: SOURCES.argoConcepts,
  },
  {
    id: 'session',
    asks: ['state'],
    when: a => a.state === 'session',
    effect: 1.5,
    reason: 'No user meets two versions, except at the moment of the switch.',
  },
  {
    id: 'acts',
    asks: ['state'],
    when: a => a.state === 'acts',
    effect: 1.5,
    reason: 'Only one version acts at a time.',
    source: SOURCES.argoConcepts,
  },
  {
    id: 'thin-traffic',
    asks: ['requestsPerDay'],
    when: a => a.requestsPerDay < THIN_TRAFFIC,
    effect: 1.5,
    reason:
      'Traffic is too thin to learn from a part of it; tests before the switch tell more.',
  },
  {
    id: 'all-at-once',
    asks: ['risk'],
    when: a => a.risk === 'high',
    effect: -1.5,
    reason:
      'A fault that only real traffic shows would reach everybody at once.',
    source: SOURCES.argoConcepts,
  },
  {
    id: 'medium-risk',
    asks: ['risk'],
    when: a => a.risk === 'medium',
    effect: 0.5,
    reason: 'It is tested before the switch and taken back in seconds.',
  },
  {
    id: 'not-reversible',
    asks: ['reversible'],
    when: a => a.reversible === 'no',
    effect: -1.5,
    reason: 'Switching back does not take back the answers that were given.',
  },
  {
    id: 'first-version',
    asks: ['existingVersion'],
    when: a => !a.existingVersion,
    effect: -1,
    reason:
      'There is no old version to switch back to; only the preview is of use.',
  },
  {
    id: 'user-comparison',
    asks: ['userComparison'],
    when: a => a.userComparison,
    effect: -2,
    reason: 'Before and after differ by more than the version.',
  },
  {
    id: 'regulated',
    asks: ['regulated'],
    when: a => a.regulated,
    effect: 1.5,
    reason:
      'The very version that will serve is tested and approved before the switch.',
    source: SOURCES.argoBlueGreen,
  },
  {
    id: 'batch',
    asks: ['workload'],
    when: a => a.workload === 'batch',
    effect: -1,
    reason:
      'A batch has nothing to switch: the next run takes the version that is set.',
  },
]);
