import { adviseStrategy } from '../advisor/advise';
import { STRATEGIES } from '../strategies/strategies';
import {
  STRATEGY_SUPPORT,
  abilitiesOf,
  supportFor,
  targetOf,
  targetsFor,
} from './supportFor';
import { TARGETS } from './targets';
import { TARGET_IDS } from './types';

describe('the table of strategies and targets', () => {
  it('says of every pair whether it exists, once, with a source', () => {
    const pairs = STRATEGY_SUPPORT.map(p => `${p.strategy} ${p.target}`);
    const expected = STRATEGIES.flatMap(({ type }) =>
      TARGET_IDS.map(target => `${type} ${target}`),
    );
    expect([...pairs].sort()).toEqual([...expected].sort());
    expect(TARGETS.map(({ id }) => id)).toEqual([...TARGET_IDS]);
    for (const { sources } of STRATEGY_SUPPORT) {
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  // Read off the matrix of engines: the pairs that no engine offers.
  it.each([
    ['rolling', 'kserve-knative'],
    ['recreate', 'kserve-knative'],
    ['recreate', 'argo-rollouts-istio'],
    ['recreate', 'argo-rollouts-gateway'],
  ] as const)('has no %s on %s, and says what can', (strategy, target) => {
    const pair = supportFor(strategy, target);
    if (pair.support !== 'none') throw new Error('expected none');
    expect(pair.reason).not.toBe('');
    for (const other of pair.instead) {
      expect(supportFor(strategy, other).support).not.toBe('none');
    }
  });

  it('mirrors beneath KServe, which has no shadow of its own', () => {
    expect(supportFor('shadow', 'kserve-knative').support).toBe('beneath');
    expect(supportFor('shadow', 'kserve-standard').support).toBe('beneath');
    expect(supportFor('shadow', 'argo-rollouts-istio').support).toBe('native');
  });

  it('lists what carries a strategy out by itself first', () => {
    const pairs = targetsFor('recreate').map(p => `${p.target} ${p.support}`);
    expect(pairs).toEqual([
      'kserve-standard native',
      'gateway-api native',
      'kserve-knative none',
      'argo-rollouts-istio none',
      'argo-rollouts-gateway none',
    ]);
  });

  it('has a canary everywhere, in KServe’s Standard mode since 0.20', () => {
    for (const target of TARGET_IDS) {
      expect(supportFor('canary', target).support).toBe('native');
    }
    expect(supportFor('canary', 'kserve-standard')).toMatchObject({
      needs: [{ product: 'KServe', since: '0.20' }],
    });
  });

  it('gives its abilities to the advice', () => {
    const advice = adviseStrategy({
      risk: 'high',
      reversible: 'no',
      existingVersion: true,
      state: 'stateless',
      spareCapacity: 'double',
      platform: abilitiesOf('argo-rollouts-istio'),
    });
    expect(advice.ranking[0].strategy).toBe('shadow');
  });

  it('names the targets where one is not known', () => {
    expect(() => targetOf('nomad')).toThrow(
      'target: expected one of kserve-knative, kserve-standard, argo-rollouts-istio, argo-rollouts-gateway, gateway-api, was nomad',
    );
  });
});
