import { PAIRS } from '../__testUtils__/requests';
import { Pair, apply, documentsOf, filesOf } from '../__testUtils__/promotions';
import { validateManifests } from '../validate/validateManifests';
import { promotionDiff } from './promotionDiff';
import { PromotionAction } from './types';

describe('actions of a rollout', () => {
  it.each<[string, Pair, PromotionAction, string]>([
    [
      'a shadow is not promoted',
      ['shadow', 'gateway-api'],
      'promote',
      'action: expected end-shadow for a shadow, was promote',
    ],
    [
      'a shadow of Argo Rollouts neither',
      ['shadow', 'argo-rollouts-istio'],
      'next-step',
      'action: expected end-shadow for a shadow, was next-step',
    ],
    [
      'an A/B test has no steps',
      ['ab-test', 'gateway-api'],
      'next-step',
      'action: expected promote or roll-back for an A/B test, was next-step',
    ],
    [
      'a step needs the plan',
      ['canary', 'gateway-api'],
      'next-step',
      'steps: expected the shares of the plan, which next-step needs here, was nothing',
    ],
    [
      'what is so already',
      ['blue-green', 'gateway-api'],
      'roll-back',
      'action: expected one that changes something, was roll-back, which is how it is already',
    ],
    [
      'what has all traffic already',
      ['rolling', 'gateway-api'],
      'promote',
      'action: expected roll-back for a version that has all traffic already, was promote',
    ],
  ])('refuses what does not fit: %s', (_, pair, action, message) => {
    expect(() => promotionDiff({ files: filesOf(pair), action })).toThrow(
      message,
    );
  });

  it.each(PAIRS)(
    '%s on %s stays valid after whatever can be done with it',
    (...pair) => {
      const files = filesOf(pair, {
        traffic: { steps: [10, 60], mirrorPercent: 10 },
      });
      const actions: PromotionAction[] = [
        'next-step',
        'promote',
        'roll-back',
        'end-shadow',
      ];
      const outcomes = actions.map(action => {
        try {
          const promotion = promotionDiff({ files, action, steps: [10, 60] });
          const { problems } = validateManifests(
            documentsOf(apply(files, promotion)),
          );
          return problems.map(({ message }) => message).join('; ') || 'valid';
        } catch (error) {
          return (error as Error).name;
        }
      });
      expect(outcomes).toContain('valid');
      for (const outcome of outcomes) {
        expect(['valid', 'InputError']).toContain(outcome);
      }
    },
  );
});
