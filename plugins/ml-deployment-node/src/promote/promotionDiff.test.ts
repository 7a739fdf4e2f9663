import { requestFor } from '../__testUtils__/requests';
import { Pair, apply, documentsOf, filesOf } from '../__testUtils__/promotions';
import { promotionDiff } from './promotionDiff';
import { PromotionAction } from './types';

const changedLines = (diff: string) =>
  diff.split('\n').filter(line => /^[-+](?![-+]{2} )/.test(line));

const IN_STEPS: { pair: Pair; steps: number[]; diff: string[] }[] = [
  {
    pair: ['canary', 'kserve-knative'],
    steps: [5, 25],
    diff: ['-    canaryTrafficPercent: 5', '+    canaryTrafficPercent: 25'],
  },
  {
    pair: ['canary', 'kserve-standard'],
    steps: [5, 25],
    diff: ['-    - trafficPercent: 5', '+    - trafficPercent: 25'],
  },
  {
    pair: ['canary', 'gateway-api'],
    steps: [5, 25],
    diff: [
      '-          weight: 95',
      '+          weight: 75',
      '-          weight: 5',
      '+          weight: 25',
    ],
  },
  {
    pair: ['shadow', 'gateway-api'],
    steps: [10, 50],
    diff: ['-            percent: 10', '+            percent: 50'],
  },
  {
    pair: ['shadow', 'kserve-knative'],
    steps: [10, 50],
    diff: ['-        value: 10', '+        value: 50'],
  },
];

describe('promotionDiff', () => {
  it.each(IN_STEPS)(
    'takes $pair.0 on $pair.1 to the next step of the plan',
    ({ pair, steps, diff }) => {
      const files = filesOf(pair, {
        traffic: { steps, mirrorPercent: steps[0] },
      });
      const promotion = promotionDiff({ files, action: 'next-step', steps });
      expect(changedLines(promotion.diff)).toEqual(diff);
      expect(promotion.files).toHaveLength(1);
    },
  );

  it('writes a unified diff that tools apply', () => {
    const { diff } = promotionDiff({
      files: filesOf(['canary', 'gateway-api'], { traffic: { steps: [50] } }),
      action: 'roll-back',
    });
    expect(diff).toBe(`--- a/delay/httproute.yaml
+++ b/delay/httproute.yaml
@@ -16,7 +16,7 @@
     - backendRefs:
         - name: delay-stable
           port: 80
-          weight: 50
+          weight: 100
         - name: delay-candidate
           port: 80
-          weight: 50
+          weight: 0
`);
  });

  it('gives all traffic after the last step', () => {
    const knative = promotionDiff({
      files: filesOf(['canary', 'kserve-knative'], {
        traffic: { steps: [5, 25], step: 1 },
      }),
      action: 'next-step',
      steps: [5, 25],
    });
    expect(changedLines(knative.diff)).toEqual([
      '-    canaryTrafficPercent: 25',
    ]);
  });

  it('makes the canary of Standard mode the stable predictor, with the scaling that was', () => {
    const files = filesOf(['canary', 'kserve-standard'], {
      autoscaling: { minReplicas: 2, maxReplicas: 8 },
    });
    const promotion = promotionDiff({ files, action: 'promote' });
    const [service] = documentsOf(promotion.files);
    expect(service.spec).toEqual({
      predictor: {
        name: 'v-2-0-0',
        minReplicas: 2,
        maxReplicas: 8,
        scaleMetric: 'cpu',
        scaleTarget: 70,
        labels: expect.objectContaining({
          version: '2.0.0',
          'airworthy.dev/variant': 'stable',
        }),
        model: {
          name: 'kserve-container',
          modelFormat: { name: 'sklearn' },
          storageUri: 's3://models/delay/2.0.0',
        },
      },
    });
  });

  it('ends a shadow: no copies, and no candidate', () => {
    const files = filesOf(['shadow', 'kserve-standard']);
    const promotion = promotionDiff({ files, action: 'end-shadow' });
    expect(promotion.removed).toEqual(['delay/candidate.yaml']);
    expect(promotion.diff).toContain('+++ /dev/null');
    const after = documentsOf(apply(files, promotion));
    expect(after.map(({ kind }) => kind)).toEqual([
      'InferenceService',
      'HTTPRoute',
    ]);
    expect(after[1].spec.rules).toEqual([
      { backendRefs: [{ name: 'delay-predictor', port: 80 }] },
    ]);
  });

  it('gives everybody the better version of an A/B test', () => {
    const files = filesOf(['ab-test', 'gateway-api']);
    const rules = (action: PromotionAction) =>
      documentsOf(promotionDiff({ files, action }).files)[0].spec.rules;
    expect(rules('promote')).toEqual([
      { backendRefs: [{ name: 'delay-candidate', port: 80 }] },
    ]);
    expect(rules('roll-back')).toEqual([
      { backendRefs: [{ name: 'delay-stable', port: 80 }] },
    ]);
  });

  it('says what to run where Argo Rollouts takes the steps itself', () => {
    const files = filesOf(['canary', 'argo-rollouts-istio']);
    expect(promotionDiff({ files, action: 'next-step' })).toMatchObject({
      files: [],
      diff: '',
      commands: ['kubectl argo rollouts promote delay -n flights'],
    });
    expect(promotionDiff({ files, action: 'promote' }).commands).toEqual([
      'kubectl argo rollouts promote delay -n flights --full',
    ]);
  });

  it('goes back to the image in production with Argo Rollouts', () => {
    const old = `registry.example.com/delay@sha256:${'b'.repeat(64)}`;
    const request = requestFor('canary', 'argo-rollouts-istio');
    const files = filesOf(['canary', 'argo-rollouts-istio'], {
      versions: {
        ...request.versions,
        stable: { version: '1.4.0', image: old },
      },
    });
    const promotion = promotionDiff({ files, action: 'roll-back' });
    expect(promotion.commands).toEqual([
      'kubectl argo rollouts abort delay -n flights',
    ]);
    expect(changedLines(promotion.diff).filter(l => l[0] === '+')).toEqual([
      '+        app.kubernetes.io/version: 1.4.0',
      '+        version: 1.4.0',
      `+          image: ${old}`,
    ]);
  });

  it.each<Pair>([
    ['rolling', 'kserve-standard'],
    ['recreate', 'kserve-standard'],
  ])('goes back to the model of before: %s on %s', (...pair) => {
    const { diff } = promotionDiff({
      files: filesOf(pair),
      action: 'roll-back',
    });
    expect(changedLines(diff)).toEqual(
      expect.arrayContaining([
        '-      storageUri: s3://models/delay/2.0.0',
        '+      storageUri: s3://models/delay/1.4.0',
      ]),
    );
  });

  it('leaves comments and other documents as they are', () => {
    const content = `# kept by the team
apiVersion: v1
kind: Service
metadata: {name: other}
spec:
  ports:
  - port: 80
---
# the rollout
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: {name: m}
spec:
  predictor:
    canaryTrafficPercent: 10 # first step
    model:
      modelFormat: {name: sklearn}
      storageUri: gs://b/m/v2
`;
    const { files } = promotionDiff({
      files: [{ path: 'm.yaml', content }],
      action: 'next-step',
      steps: [10, 50],
    });
    expect(files).toEqual([
      {
        path: 'm.yaml',
        content: content.replace('Percent: 10 #', 'Percent: 50 #'),
      },
    ]);
  });

  it('does not change other places through an anchor', () => {
    const content = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: m}
spec:
  rules:
    - backendRefs: &both
        - {name: a, port: 80, weight: 90}
        - {name: b, port: 80, weight: 10}
    - backendRefs: *both
`;
    expect(() =>
      promotionDiff({
        files: [{ path: 'm.yaml', content }],
        action: 'promote',
      }),
    ).toThrow(
      'm.yaml: expected no anchors where it is changed, was: an anchor that other places use. Write them out first',
    );
  });
});
