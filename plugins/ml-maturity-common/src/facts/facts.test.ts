import { FactVocabulary } from './FactVocabulary';
import { FactSchema } from './types';
import { validateFacts } from './validateFacts';
import { BUILT_IN_FACTS } from './vocabulary/builtIn';

const schema: FactSchema = {
  collector: 'repository',
  title: 'Repository',
  facts: [
    { path: 'tests', type: 'boolean', description: '' },
    { path: 'pipeline.share', type: 'number', description: '' },
    { path: 'pipeline.files', type: 'integer', description: '' },
    { path: 'tags', type: 'list<string>', description: '' },
  ],
};

describe('validateFacts', () => {
  it('keeps declared facts of their type and names all else', () => {
    expect(
      validateFacts(schema, {
        tests: 'yes',
        pipeline: { share: 0.5, files: 1.5, stars: 3 },
        tags: null,
      }),
    ).toEqual({
      values: { pipeline: { share: 0.5 } },
      problems: [
        'repository.tests: expected true or false, was "yes"',
        'repository.pipeline.files: expected a whole number, was 1.5',
        'repository.pipeline.stars: is not a declared fact',
      ],
    });
  });

  it('copies nothing that reaches a prototype', () => {
    const { values, problems } = validateFacts(
      schema,
      JSON.parse('{"__proto__":{"tests":true},"constructor":{"x":1}}'),
    );
    expect(values).toEqual({});
    expect(problems).toHaveLength(2);
    expect(({} as any).tests).toBeUndefined();
    expect(validateFacts(schema, 'text').problems).toEqual([
      'repository: expected an object of facts',
    ]);
  });
});

describe('FactVocabulary', () => {
  const of = (...facts: [string, string][]) =>
    facts.map(
      ([collector, path]): FactSchema => ({
        collector,
        title: '',
        facts: [{ path, type: 'boolean', description: '' }],
      }),
    );

  it.each([
    [of(['a', 'x'], ['a', 'y']), /Two collectors have the id "a"/],
    [of(['a', 'constructor']), /Unusable name/],
    [of(['a', 'in.x']), /Unusable name/],
    [of(['a-b', 'x']), /Unusable name in collector "a-b"/],
    [
      [
        {
          ...schema,
          facts: [
            ...schema.facts,
            { path: 'pipeline', type: 'boolean', description: '' },
          ],
        } as FactSchema,
      ],
      /declared as a value and as a group/,
    ],
    [
      [{ ...schema, facts: [schema.facts[0], schema.facts[0]] }],
      /declared twice/,
    ],
  ])('refuses schemas that contradict each other', (schemas, message) => {
    expect(() => FactVocabulary.create(schemas)).toThrow(message);
  });
});

describe('the facts of the suite', () => {
  it('have each a title of its own, which reads as part of a sentence', () => {
    const titles = BUILT_IN_FACTS.flatMap(({ facts }) =>
      facts.map(({ title }) => title),
    );
    expect(titles.filter(title => !/^[A-Z].*[^.]$/.test(title ?? ''))).toEqual(
      [],
    );
    expect(new Set(titles).size).toBe(titles.length);
  });
});
