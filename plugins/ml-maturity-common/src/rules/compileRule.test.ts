import fc from 'fast-check';
import { FactVocabulary } from '../facts/FactVocabulary';
import { readPath } from '../facts/readPath';
import { compileRule, RuleAnswer } from './compileRule';
import { RuleRow } from './RuleRow';
import { RuleScope } from './RuleScope';

const vocabulary = FactVocabulary.create([
  {
    collector: 'a',
    title: 'A',
    facts: [
      { path: 'flag', type: 'boolean', description: '' },
      { path: 'other', type: 'boolean', description: '' },
      { path: 'deep.count', type: 'integer', description: '' },
      { path: 'share', type: 'number', description: '' },
      { path: 'name', type: 'string', description: '' },
      { path: 'tags', type: 'list<string>', description: '' },
    ],
  },
]);
const scope = RuleScope.fromVocabulary(vocabulary);
const facts = [...vocabulary.facts.values()];

function run(source: string, values: unknown): RuleAnswer {
  const compiled = compileRule(source, scope);
  if (!compiled.ok) throw new Error(compiled.problems[0].message);
  const row = new RuleRow(
    scope,
    facts.map((_, i) => i),
    i => readPath(values, facts[i].segments),
  );
  return compiled.rule.run(row);
}

function problem(source: string) {
  const compiled = compileRule(source, scope);
  return compiled.ok ? undefined : compiled.problems[0];
}

const full = {
  flag: true,
  other: false,
  deep: { count: 3 },
  share: 0.25,
  name: 'canary',
  tags: ['staging', 'production'],
};

describe('compileRule', () => {
  it.each([
    ['a.flag', 'true'],
    ['a.other', 'false'],
    ['!a.other', 'true'],
    ['a.deep.count >= 3', 'true'],
    ['a.deep.count + 1 > 4', 'false'],
    ['a.share < 1', 'true'],
    ['a.name in ["canary", "shadow"]', 'true'],
    ['a.name.startsWith("can") && a.name.size() == 6', 'true'],
    ['a.tags.exists(t, t == "production")', 'true'],
    ['a.tags.all(t, t == "production")', 'false'],
    ['a.tags.filter(t, t != "staging").size() == 1', 'true'],
    ['a.flag ? a.other : true', 'false'],
    ['(a.flag || a.other) == a.flag', 'true'],
    ['has(a.deep.count) && has(a.name)', 'true'],
  ])('gives %s as %s', (source, outcome) => {
    expect(run(source, full).outcome).toBe(outcome);
  });

  it.each([
    // CEL: && and || absorb what is not known if the other side decides.
    ['a.flag && a.deep.count > 1', 'unknown', ['a.flag', 'a.deep.count']],
    ['a.flag || a.other', 'unknown', ['a.flag']],
    ['a.other && a.flag', 'false', []],
    ['a.flag && a.other', 'false', []],
    ['!a.other || a.flag', 'true', []],
    ['has(a.deep.count)', 'false', []],
    ['has(a.deep.count) == false', 'true', []],
    ['has(a.deep.count) && a.deep.count > 1', 'false', []],
    ['a.deep.count > 1 ? a.other : a.flag', 'unknown', ['a.deep.count']],
    ['(a.other && a.flag) == false', 'true', []],
    ['(a.other || a.flag) == false', 'unknown', ['a.flag']],
    ['a.tags.exists(t, t == a.name)', 'unknown', ['a.tags']],
  ])('of missing facts gives %s as %s', (source, outcome, missing) => {
    const answer = run(source, { other: false });
    expect(answer.outcome).toBe(outcome);
    expect(answer.missing).toEqual(missing);
  });

  it('does not miss what the body of a macro reads for an empty list', () => {
    expect(run('a.tags.all(t, t == a.name)', { tags: [] }).outcome).toBe(
      'true',
    );
    expect(run('a.tags.all(t, t == a.name)', { tags: ['x'] })).toMatchObject({
      outcome: 'unknown',
      missing: ['a.name'],
    });
  });

  it('tells an error of a fact or of the rule', () => {
    expect(run('a.flag', { flag: 'yes' })).toMatchObject({
      outcome: 'error',
      error: 'a.flag: expected true or false, was "yes"',
    });
    expect(run('1 / a.deep.count > 0', { deep: { count: 0 } })).toMatchObject({
      outcome: 'error',
      error: expect.stringMatching(/zero/i),
    });
    expect(
      run('a.tags.size() > 0', { tags: new Array(501).fill('x') }).error,
    ).toBe('a.tags: expected at most 500 entries, was 501');
  });

  it('sees own properties only', () => {
    expect(run('has(a.name)', Object.create({ name: 'x' })).outcome).toBe(
      'false',
    );
    expect(problem('a.__proto__.x == 1')?.message).toMatch(/unknown fact/);
    expect(problem('a.constructor == "x"')?.message).toMatch(/unknown fact/);
  });

  it.each([
    ['a.deep.count >', /not a CEL expression/, 14],
    [
      'a.flag && a.deep.cuont > 1',
      /unknown fact "a.deep.cuont"; did you mean "a.deep.count"/,
      10,
    ],
    ['nope.x', /unknown fact "nope.x"/, 0],
    ['has(a.deep)', /"a.deep" is a group/, 4],
    ['a.deep == a.deep', /is a group/, 0],
    ['a["flag"]', /is a group/, 0],
    [
      'a.flag || a.deep.count + "x" == "y"',
      /does not fit its types.*int \+ string/,
      10,
    ],
    ['a.deep.count', /true or false, this one gives int/, 0],
    ['a.name.matches("(a+)+$")', /function "matches" is not available/, 0],
    [
      'cel.bind(x, a.name + a.name, x == "y")',
      /function "bind"|unknown fact "cel"/,
      0,
    ],
    [
      'a.tags.all(t, a.tags.exists(u, u == t))',
      /may not stand within another/,
      14,
    ],
    ['a.tags.all(a, a == "x")', /the name "a" is taken/, 11],
    [
      'timestamp("2026-01-01T00:00:00Z") > timestamp("2026-01-01T00:00:00Z")',
      /not available/,
      0,
    ],
  ])('refuses %s', (source, message, start) => {
    const found = problem(source);
    expect(found?.message).toMatch(message);
    expect(found?.start).toBe(start);
  });

  it.each([
    ['depth', `${'('.repeat(60)}a.flag${')'.repeat(60)}`, /maxDepth/],
    ['nodes', `${'a.flag && '.repeat(80)}a.flag`, /maxAstNodes/],
    ['length', `a.name == "${'x'.repeat(1_000)}"`, /at most 1000 characters/],
    [
      'cost',
      new Array(3).fill('a.tags.all(t, t in a.tags)').join(' && '),
      /may take more than/,
    ],
  ])('bounds the %s of a rule', (_, source, message) => {
    expect(problem(source)?.message).toMatch(message);
  });

  it('never throws, whatever the text', () => {
    const word = fc.constantFrom(
      'a',
      '.',
      'flag',
      'tags',
      '(',
      ')',
      '&&',
      '||',
      '!',
      '==',
      'has',
      '[',
      ']',
      '"x"',
      '1',
      '?',
      ':',
      'all',
      ',',
      't',
      '{',
      '}',
      '-',
      'in',
      '__proto__',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 25 }).map(w => w.join(' ')),
        ),
        source => {
          const compiled = compileRule(source, scope);
          expect(compiled.ok || compiled.problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agrees with Kleene logic over any combination of known and missing facts', () => {
    type Tree = {
      text: string;
      value: (f?: boolean, o?: boolean) => boolean | undefined;
    };
    const leaf = fc.constantFrom<Tree>(
      { text: 'a.flag', value: f => f },
      { text: 'a.other', value: (_, o) => o },
      { text: 'has(a.flag)', value: f => f !== undefined },
      { text: '(a.flag == true)', value: f => f },
    );
    const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.tuple(tie('tree'), tie('tree')).map(([l, r]) => ({
          text: `(${l.text} && ${r.text})`,
          value: (f?: boolean, o?: boolean) => {
            const [x, y] = [l.value(f, o), r.value(f, o)];
            if (x === false || y === false) return false;
            return x && y ? true : undefined;
          },
        })),
        fc.tuple(tie('tree'), tie('tree')).map(([l, r]) => ({
          text: `(${l.text} || ${r.text})`,
          value: (f?: boolean, o?: boolean) => {
            const [x, y] = [l.value(f, o), r.value(f, o)];
            if (x || y) return true;
            return x === false && y === false ? false : undefined;
          },
        })),
        tie('tree').map(t => ({
          text: `!${t.text}`,
          value: (f?: boolean, o?: boolean) => {
            const x = t.value(f, o);
            return x === undefined ? undefined : !x;
          },
        })),
      ),
    }));
    const known = fc.option(fc.boolean(), { nil: undefined });
    fc.assert(
      fc.property(tree, known, known, ({ text, value }, flag, other) => {
        fc.pre(text.length <= 400 && compileRule(text, scope).ok);
        expect(run(text, { flag, other }).outcome).toBe(
          String(value(flag, other) ?? 'unknown'),
        );
      }),
      { numRuns: 200 },
    );
  });
});
