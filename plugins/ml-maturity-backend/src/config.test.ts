import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readMlMaturityConfig } from './config';

const read = (mlMaturity?: JsonObject) =>
  readMlMaturityConfig(
    mockServices.rootConfig({ data: mlMaturity ? { mlMaturity } : {} }),
  );

describe('readMlMaturityConfig', () => {
  it('works without configuration, and takes nothing from the disk', () => {
    expect(read()).toMatchObject({
      rubrics: [
        { id: 'mlops', source: 'default:mlops' },
        { id: 'language-models', source: 'default:language-models' },
      ],
      repository: { localRoots: [] },
      attestations: { by: 'owners' },
      waivers: { selfApproval: false },
    });
  });

  it('reads rubrics side by side, and leaves out what is disabled', () => {
    expect(
      read({
        rubrics: {
          mlops: { extend: { removeChecks: ['deployed'] } },
          ours: { source: 'https://git.example/ours.yaml' },
          'language-models': { enabled: false },
        },
      }).rubrics,
    ).toMatchObject([
      {
        id: 'mlops',
        source: 'default:mlops',
        extend: { removeChecks: ['deployed'] },
      },
      { id: 'ours', source: 'https://git.example/ours.yaml' },
    ]);
  });

  it.each<[JsonObject, string]>([
    [
      { rubrics: { ours: {} } },
      'mlMaturity.rubrics.ours: expected a source or a document, was neither',
    ],
    [
      { rubrics: { ours: { source: 'x', document: {} } } },
      'mlMaturity.rubrics.ours: expected a source or a document, was both',
    ],
    [
      { attestations: { by: 'everyone' } },
      'mlMaturity.attestations.by: expected "owners" or "anyone", was "everyone"',
    ],
    [
      { repository: { concurrency: 0 } },
      'mlMaturity.repository.concurrency: expected a whole number from 1, was 0',
    ],
    [
      { waivers: { maxDays: 1.5 } },
      'mlMaturity.waivers.maxDays: expected a whole number from 1, was 1.5',
    ],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
