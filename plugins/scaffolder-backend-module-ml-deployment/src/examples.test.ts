import { startTestBackend, mockServices } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { validate } from 'jsonschema';
import { parse } from 'yaml';
import module from '.';

async function actionsOf(data = {}): Promise<TemplateAction[]> {
  const actions: TemplateAction[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        {
          addActions: (...some) => actions.push(...(some as TemplateAction[])),
        },
      ],
    ],
    features: [module, mockServices.rootConfig.factory({ data })],
  });
  return actions;
}

describe('the actions', () => {
  let actions: TemplateAction[];
  beforeAll(async () => {
    actions = await actionsOf();
  });

  it('are nine, each described and fit for a dry run', () => {
    expect(actions.map(({ id }) => id).sort()).toEqual([
      'ml-deployment:advise',
      'ml-deployment:catalog-info',
      'ml-deployment:plan',
      'ml-deployment:promote',
      'ml-deployment:record-decision',
      'ml-deployment:render',
      'ml-deployment:validate',
      'ml-deployment:workspace:fetch',
      'ml-deployment:workspace:publish',
    ]);
    for (const { schema, ...action } of actions) {
      expect(action).toMatchObject({
        description: expect.stringMatching(/^\w.*\.$/),
        supportsDryRun: true,
        examples: [expect.anything(), expect.anything()],
      });
      for (const side of [schema?.input, schema?.output]) {
        const fields = Object.values(side?.properties ?? {});
        expect(fields.length).toBeGreaterThan(0);
        fields.forEach(field =>
          expect(field.description).toMatch(/^[A-Z`].*\.(\n\n(- `.*\n?)+)?$/),
        );
      }
    }
  });

  it('have examples that their own schemas take', () => {
    for (const { examples = [] } of actions) {
      for (const { example } of examples) {
        for (const step of parse(example).steps) {
          const { schema } = actions.find(({ id }) => id === step.action)!;
          const known = Object.keys(schema!.input!.properties!);
          expect(known).toEqual(
            expect.arrayContaining(Object.keys(step.input ?? {})),
          );
          expect(validate(step.input ?? {}, schema!.input!).errors).toEqual([]);
        }
      }
    }
  });
});
