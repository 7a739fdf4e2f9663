import {
  renderedDocument,
  renderedDocuments,
} from '../__testUtils__/documents';
import { requestFor } from '../__testUtils__/requests';
import { serialiseManifests } from '../manifests/serialise';
import { at } from '../validate/read';
import { renderManifests } from './renderManifests';

describe('renderManifests', () => {
  it('writes KServe’s canary of Knative mode on the changed object, with a notice of the first rollout', () => {
    const { files, notices } = renderManifests(
      requestFor('canary', 'kserve-knative', { traffic: { steps: [10, 50] } }),
    );
    expect(files.map(({ path }) => path)).toEqual([
      'delay/inferenceservice.yaml',
    ]);
    expect(files[0].documents).toEqual([
      expect.objectContaining({
        apiVersion: 'serving.kserve.io/v1beta1',
        kind: 'InferenceService',
        spec: {
          predictor: expect.objectContaining({
            canaryTrafficPercent: 10,
            model: {
              modelFormat: { name: 'sklearn' },
              storageUri: 's3://models/delay/2.0.0',
            },
          }),
        },
      }),
    ]);
    expect(notices.join(' ')).toContain(
      'takes effect only where a revision of this InferenceService has been rolled out before',
    );
  });

  it('keeps a blue-green candidate of Knative mode at 0 with an address of its own', () => {
    const service = renderedDocument(
      ['blue-green', 'kserve-knative'],
      'InferenceService',
    );
    expect(at(service, 'spec', 'predictor', 'canaryTrafficPercent')).toBe(0);
    expect(service.metadata.annotations).toMatchObject({
      'serving.kserve.io/enable-tag-routing': 'true',
    });
  });

  it('gives a canary of Standard mode a name, no scaling, and a name of its model', () => {
    const service = renderedDocument(
      ['canary', 'kserve-standard'],
      'InferenceService',
      {
        autoscaling: { minReplicas: 2, maxReplicas: 8 },
        traffic: { steps: [5, 25], step: 1 },
      },
    );
    expect(service.metadata.annotations).toMatchObject({
      'serving.kserve.io/deploymentMode': 'Standard',
    });
    expect(at(service, 'spec', 'predictor')).toMatchObject({
      minReplicas: 2,
      maxReplicas: 8,
      model: { storageUri: 's3://models/delay/1.4.0' },
    });
    expect(at(service, 'spec', 'canary')).toEqual([
      {
        trafficPercent: 25,
        predictor: {
          name: 'v-2-0-0',
          minReplicas: 1,
          labels: expect.objectContaining({ version: '2.0.0' }),
          model: {
            name: 'kserve-container',
            modelFormat: { name: 'sklearn' },
            storageUri: 's3://models/delay/2.0.0',
          },
        },
      },
    ]);
  });

  it('mirrors beneath KServe to the predictor of a second InferenceService', () => {
    const documents = renderedDocuments(['shadow', 'kserve-standard'], {
      traffic: { mirrorPercent: 20 },
    });
    expect(documents.map(d => `${d.kind} ${d.metadata.name}`)).toEqual([
      'InferenceService delay',
      'InferenceService delay-candidate',
      'HTTPRoute delay',
    ]);
    expect(at(documents[2], 'spec', 'rules')).toEqual([
      {
        filters: [
          {
            type: 'RequestMirror',
            requestMirror: {
              backendRef: { name: 'delay-candidate-predictor', port: 80 },
              percent: 20,
            },
          },
        ],
        backendRefs: [{ name: 'delay-predictor', port: 80 }],
      },
    ]);
  });

  it('serves a shadow beneath Knative in Standard mode, where a copy’s host does not matter', () => {
    const documents = renderedDocuments(['shadow', 'kserve-knative']);
    expect(
      documents
        .filter(d => d.kind === 'InferenceService')
        .map(d => d.metadata.annotations?.['serving.kserve.io/deploymentMode']),
    ).toEqual(['Knative', 'Standard']);
  });

  it('leaves the share of a full mirror out, which older gateways do not know', () => {
    const route = renderedDocument(['shadow', 'gateway-api'], 'HTTPRoute');
    expect(
      at(route, 'spec', 'rules', 0, 'filters', 0, 'requestMirror'),
    ).toEqual({ backendRef: { name: 'delay-candidate', port: 80 } });
  });

  it('matches a cookie as a part of the header that it is in', () => {
    const route = renderedDocument(['ab-test', 'gateway-api'], 'HTTPRoute', {
      assignment: { by: 'cookie', name: 'group', value: 'b.1' },
    });
    const header = at(
      route,
      'spec',
      'rules',
      0,
      'matches',
      0,
      'headers',
      0,
    ) as { name: string; value: string };
    expect(header.name).toBe('cookie');
    const pattern = new RegExp(header.value);
    expect(
      ['group=b.1', 'a=1; group=b.1; c=2'].every(c => pattern.test(c)),
    ).toBe(true);
    expect(
      ['group=bx1', 'mygroup=b.1', 'group=b.12'].some(c => pattern.test(c)),
    ).toBe(false);
  });

  it('does what the policy asks for', () => {
    const deployment = renderedDocument(
      ['rolling', 'gateway-api'],
      'Deployment',
      {
        replicas: 3,
        policy: {
          runAsNonRoot: true,
          requireDigest: true,
          requireLimits: true,
        },
        resources: { limits: { cpu: '2', memory: '1Gi' } },
        disruptionBudget: { minAvailable: 2 },
      },
    );
    expect(at(deployment, 'spec', 'template', 'spec')).toMatchObject({
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          resources: { limits: { cpu: '2', memory: '1Gi' } },
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
    });
  });

  it('writes YAML without anchors, and versions as texts', () => {
    const [{ content }] = serialiseManifests(
      renderManifests(
        requestFor('rolling', 'kserve-standard', {
          versions: { candidate: { version: '2.0', uri: 's3://b/m' } },
        }),
      ).files,
    );
    expect(content).toContain('version: "2.0"');
    expect(content).not.toMatch(/[&*]a\d/);
  });
});
