import type { Entity } from '@backstage/catalog-model';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import {
  anyDeployment,
  anyModel,
  anyTraffic,
} from '../__testUtils__/arbitraries';
import { mlDeploymentJsonSchema, mlModelJsonSchema } from './jsonSchema';
import { assertReadableEntity, listEntityProblems } from './validate';

// As an editor reads it: draft 7, formats checked, unknown ones ignored.
const editor = addFormats(new Ajv({ strict: false, allErrors: true }));
const schemas = {
  MlModel: editor.compile(mlModelJsonSchema()),
  MlDeployment: editor.compile(mlDeploymentJsonSchema()),
};
const editorErrors = (entity: { kind: string }) => {
  const check = schemas[entity.kind as keyof typeof schemas];
  return check(entity) ? [] : check.errors;
};

const anyEntity = fc.oneof(anyModel, anyDeployment);

/** All places of a value, as paths. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, entry]) =>
      placesOf(entry, [...path, key]),
    ),
  ];
}

function replaced(value: any, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((entry, i) =>
      `${i}` === key ? replaced(entry, rest, by) : entry,
    );
  }
  return { ...value, [key]: replaced(value[key], rest, by) };
}

describe('the schemas', () => {
  it('accept every valid entity, in the catalog and in an editor', () => {
    fc.assert(
      fc.property(anyEntity, entity => {
        expect(listEntityProblems(entity as Entity)).toEqual([]);
        expect(editorErrors(entity)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('are no stricter in an editor than in the catalog', () => {
    const anyChanged = anyEntity.chain(entity =>
      fc
        .tuple(
          fc.constantFrom(...placesOf(entity.spec)),
          fc.oneof(fc.jsonValue(), fc.constantFrom('a', 1, 'PT5M', true)),
        )
        .map(([place, by]) => replaced(entity, ['spec', ...place], by) as any),
    );
    fc.assert(
      fc.property(anyChanged, entity => {
        fc.pre(listEntityProblems(entity).length === 0);
        expect(editorErrors(entity)).toEqual([]);
      }),
      { numRuns: 200, maxSkipsPerRun: 50 },
    );
  });

  it('judge whatever they are given without failing, each problem with its field', () => {
    const anything = fc.record({
      apiVersion: fc.jsonValue(),
      kind: fc.constantFrom('MlModel', 'MlDeployment', 'Component', 'mlmodel'),
      metadata: fc.jsonValue(),
      spec: fc.jsonValue(),
    });
    fc.assert(
      fc.property(anything, entity => {
        for (const problem of listEntityProblems(entity as any)) {
          expect(problem).toMatch(/^\/[^]*: expected [^]+/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('want live traffic that sums to 100, within a hundredth', () => {
    const withTraffic = (shares: number[]) => ({
      apiVersion: 'airworthy.dev/v1alpha1',
      kind: 'MlDeployment',
      metadata: { name: 'a' },
      spec: {
        type: 'kserve',
        environment: 'production',
        lifecycle: 'production',
        owner: 'a',
        model: 'a',
        variants: shares.map((traffic, i) => ({
          name: `v${i}`,
          role: 'candidate',
          version: '1',
          traffic,
        })),
      },
    });
    fc.assert(
      fc.property(
        anyTraffic,
        fc.double({ min: 0.1, max: 1 }),
        (shares, part) => {
          const [first, ...others] = shares;
          fc.pre(first * part > 0.02);
          const less = [first * (1 - part), ...others];
          expect(listEntityProblems(withTraffic(shares))).toEqual([]);
          expect(listEntityProblems(withTraffic(less))).toHaveLength(1);
        },
      ),
    );
    expect(listEntityProblems(withTraffic([33.33, 33.33, 33.34]))).toEqual([]);
  });

  it('say what entity they are for in an editor', () => {
    expect(mlModelJsonSchema()).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { kind: { const: 'MlModel' } },
    });
  });

  it('describe every field', () => {
    const undescribed = (schema: any, path: string): string[] =>
      Object.entries<any>(schema.properties ?? {}).flatMap(([name, field]) => [
        ...(field.description ? [] : [`${path}.${name}`]),
        ...undescribed(field.items ?? field, `${path}.${name}`),
      ]);
    for (const schema of [mlModelJsonSchema(), mlDeploymentJsonSchema()]) {
      expect(undescribed((schema as any).properties.spec, 'spec')).toEqual([]);
    }
  });
});

describe('assertReadableEntity', () => {
  it('leaves other kinds alone', () => {
    const entity = {
      apiVersion: 'x/v1',
      kind: 'Other',
      metadata: { name: 'a' },
    };
    expect(() => assertReadableEntity(entity)).not.toThrow();
  });

  it('stops at a depth that would overflow the stack of other code', () => {
    let deep: object = {};
    for (let i = 0; i < 100_000; i++) deep = { a: deep };
    expect(() =>
      assertReadableEntity({
        apiVersion: 'airworthy.dev/v1alpha1',
        kind: 'MlModel',
        metadata: { name: 'a' },
        spec: { deep } as any,
      }),
    ).toThrow(/expected at most 50 levels of nesting/);
  });
});
