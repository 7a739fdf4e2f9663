import { JsonObject } from '@backstage/types';

/** A small rubric: two checks by facts, one by answer, one of level 2. */
export const TEST_RUBRIC: JsonObject = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlMaturityRubric',
  metadata: { id: 'small', title: 'Small', version: '1.0.0' },
  appliesTo: { kind: 'MlModel' },
  levels: [
    { level: 0, title: 'None' },
    { level: 1, title: 'One' },
    { level: 2, title: 'Two' },
  ],
  categories: [{ id: 'all', title: 'All' }],
  checks: [
    {
      id: 'licensed',
      title: 'It has a licence',
      why: 'Because.',
      level: 1,
      category: 'all',
      rule: 'model.license',
      expects: 'A licence.',
      remediation: { text: 'Name it.' },
    },
    {
      id: 'owned',
      title: 'Somebody answers for it',
      why: 'Because.',
      level: 1,
      category: 'all',
      attestation: { question: 'Who?', expiresAfter: 'P30D' },
      remediation: { text: 'Ask.' },
    },
    {
      id: 'tested',
      title: 'It has tests',
      why: 'Because.',
      level: 2,
      category: 'all',
      rule: 'repository.tests',
      expects: 'Tests.',
      remediation: { text: 'Write them.' },
    },
  ],
};

/** The small rubric with something else in it. */
export function testRubric(change: (rubric: any) => void): JsonObject {
  const rubric = structuredClone(TEST_RUBRIC);
  change(rubric);
  return rubric;
}
