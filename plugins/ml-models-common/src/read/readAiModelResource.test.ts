import { isAiModelResource, readAiModelResource } from './readAiModelResource';

// As Red Hat's model catalog bridge writes it.
const granite = {
  apiVersion: 'backstage.io/v1beta1',
  kind: 'Resource',
  metadata: {
    name: 'ibm-granite-20b',
    description: 'A code model',
    annotations: {
      'backstage.io/techdocs-ref': 'url:https://example.com/docs',
    },
    tags: ['granite', '20b'],
    links: [
      { url: 'https://example.com/weights', title: 'Artifact Location' },
      { url: 'https://example.com/licence', title: 'License' },
      { url: 'https://example.com/use', title: 'How to use' },
    ],
  },
  spec: {
    type: 'ai-model',
    owner: 'user:example-user',
    dependencyOf: ['component:developer-model-service'],
  },
};

describe('readAiModelResource', () => {
  it('reads what the bridge writes', () => {
    expect(isAiModelResource(granite)).toBe(true);
    expect(readAiModelResource(granite)).toEqual({
      description: 'A code model',
      owner: 'user:example-user',
      tags: ['granite', '20b'],
      artifactUrl: 'https://example.com/weights',
      licenseUrl: 'https://example.com/licence',
      usageUrl: 'https://example.com/use',
      hasTechDocs: true,
      servers: ['component:developer-model-service'],
    });
  });

  it('leaves out what is not there or is not as it should be', () => {
    const bare = {
      ...granite,
      metadata: { name: 'bare' },
      spec: { type: 'ai-model', owner: 7, dependencyOf: 'component:a' },
    };
    expect(readAiModelResource(bare)).toEqual({
      tags: [],
      hasTechDocs: false,
      servers: ['component:a'],
    });
  });

  it('is for no other resource', () => {
    expect(
      isAiModelResource({ ...granite, spec: { type: 'dataset', owner: 'a' } }),
    ).toBe(false);
    expect(isAiModelResource({ ...granite, kind: 'Component' })).toBe(false);
  });
});
