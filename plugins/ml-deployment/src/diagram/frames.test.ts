import { STRATEGIES } from '@airworthy/plugin-ml-deployment-common';
import { STRATEGY_FRAMES, liveFrame } from './frames';

describe('the frames of the diagrams', () => {
  it.each(STRATEGIES.map(strategy => [strategy.type, strategy] as const))(
    'shows each phase of %s, and loses no request but where nobody answers',
    (type, { phases }) => {
      const frames = STRATEGY_FRAMES[type];
      expect(frames).toHaveLength(phases.length);
      for (const { old = 0, next = 0 } of frames) {
        expect([0, 100]).toContain(old + next);
      }
      const silent = frames.filter(f => !(f.old || f.next));
      expect(silent).toHaveLength(type === 'recreate' ? 1 : 0);
    },
  );

  it('takes the shares of a rollout as they are, a shadow as copies', () => {
    const stable = { name: 'stable', role: 'stable', traffic: 100 } as const;
    expect(
      liveFrame({
        stable,
        candidate: { name: 's', role: 'shadow', traffic: 30 },
      }),
    ).toEqual({ old: 100, next: 0, mirrored: 30 });
    expect(
      liveFrame({ stable, candidate: { name: 'c', role: 'candidate' } }),
    ).toBeUndefined();
  });
});
