import fc from 'fast-check';
import { stringify } from 'yaml';
import { check, rubricDocument, rubricOf } from '../testing/fixtures';
import { contentDigest } from './digest';
import { extendRubric, parseRubricPatch } from './extendRubric';
import { isCounted } from './isCounted';
import { parseRubric } from './parseRubric';
import { formatRubricProblem } from './problems';

const HEAD = `apiVersion: airworthy.dev/v1alpha1
kind: MlMaturityRubric
metadata: { id: small, title: Small, version: 1.0.0 }
appliesTo: { kind: MlModel }
levels:
  - { level: 0, title: Manual }
  - { level: 1, title: Automated }
categories:
  - { id: data, title: Data }
phases:
  - { id: gather, title: Gather }
tracks:
  - { id: startup, title: Startup }
checks:
`;

function yamlCheck(lines: string): string {
  return `${HEAD}  - id: data-schema
    title: Data has a schema
    why: It matters.
    level: 1
    category: data
    remediation: { text: Mend it. }
${lines}`;
}

function problems(text: string): string[] {
  const result = parseRubric(text, { file: 'small.yaml' });
  return result.ok ? [] : result.problems.map(formatRubricProblem);
}

const QUESTION = `    attestation: { question: Is it?, expiresAfter: P90D }\n`;

describe('parseRubric', () => {
  it('reads a rubric and fills in defaults', () => {
    const result = parseRubric(
      yamlCheck(`    rule: versions.count > 0
    expects: The catalog lists a version.
${QUESTION}    effectiveFrom: 2026-04-01
`),
    );
    expect(result).toMatchObject({
      ok: true,
      rubric: {
        metadata: { version: '1.0.0' },
        checks: [
          {
            id: 'data-schema',
            weight: 1,
            effort: 'medium',
            status: 'active',
            effectiveFrom: '2026-04-01',
            attestation: { evidence: 'optional' },
          },
        ],
      },
    });
  });

  it.each([
    [
      'a misspelt fact, in the middle of a rule',
      yamlCheck(`    expects: A version.
    rule: "versions.count > 0 && versions.newest.metrisc > 1"
`),
      'small.yaml:22:34: checks[0].rule (check data-schema): unknown fact "versions.newest.metrisc"; did you mean "versions.newest.metrics"?',
    ],
    [
      'a misspelt fact in a folded rule',
      yamlCheck(`    expects: A version.
    rule: >-
      versions.count > 0 &&
      versions.nope
`),
      'small.yaml:24:7: checks[0].rule (check data-schema): unknown fact "versions.nope"',
    ],
    [
      'a rule that is cut short',
      yamlCheck(`    expects: A version.
    rule: versions.count >
`),
      'small.yaml:22:27: checks[0].rule (check data-schema): is not a CEL expression: Unexpected token: EOF',
    ],
    [
      'a rule without expects',
      yamlCheck('    rule: versions.count > 0\n'),
      'small.yaml:21:11: checks[0].rule (check data-schema): expected "expects" beside a rule: one sentence on what it looks for',
    ],
    [
      'a field that there is not',
      yamlCheck(`${QUESTION}    wieght: 2\n`),
      'small.yaml:22:5: checks[0].wieght (check data-schema): expected no such field',
    ],
    [
      'an unknown phase',
      yamlCheck(`${QUESTION}    phase: gahter\n`),
      'small.yaml:22:12: checks[0].phase (check data-schema): unknown phase "gahter", expected one of gather',
    ],
    [
      'an unknown track',
      yamlCheck(`${QUESTION}    tracks: [startup, corporate]\n`),
      'small.yaml:22:23: checks[0].tracks[1] (check data-schema): unknown track "corporate", expected one of startup',
    ],
    [
      'an unknown item of the ML Test Score',
      yamlCheck(`${QUESTION}    mlTestScore: D8\n`),
      'small.yaml:22:18: checks[0].mlTestScore (check data-schema): expected one of D1, D2, D3, D4, D5, D6, D7, M1, M2, M3, M4, M5, …, was "D8"',
    ],
    [
      'neither rule nor question',
      yamlCheck(''),
      'small.yaml:15:5: checks[0] (check data-schema): expected a rule, an attestation or both',
    ],
    [
      'levels out of order',
      yamlCheck(QUESTION).replace('level: 0, title: M', 'level: 2, title: M'),
      'small.yaml:6:14: levels[0].level: expected level 0, was 2: levels are consecutive from 0',
    ],
    [
      'a number where a text is due',
      yamlCheck(QUESTION).replace('version: 1.0.0', 'version: 1.0'),
      'small.yaml:3:47: metadata.version: expected a text (put it in quotes), was 1',
    ],
    [
      'a script as a source',
      yamlCheck(
        `${QUESTION}    sources: [{ title: X, url: "javascript:alert(1)" }]\n`,
      ),
      'small.yaml:22:32: checks[0].sources[0].url (check data-schema): expected an http or https URL without user name and password, was "javascript:alert(1)"',
    ],
    [
      'a template that is no reference',
      yamlCheck(QUESTION).replace(
        'text: Mend it.',
        'text: Mend it., template: add-monitoring',
      ),
      'small.yaml:20:46: checks[0].remediation.template (check data-schema): expected a template reference such as "template:default/add-monitoring", was "add-monitoring"',
    ],
    [
      'text that is not YAML',
      'a: [1, 2',
      expect.stringMatching(/^small.yaml:1:\d+: \(document\): is not YAML/),
    ],
    [
      'a key that reaches a prototype',
      yamlCheck(`${QUESTION}    appliesTo: { __proto__: { x: y } }\n`),
      'small.yaml:22:18: checks[0].appliesTo.__proto__ (check data-schema): the name "__proto__" is not allowed',
    ],
  ])('tells the place of %s', (_, text, expected) => {
    expect(problems(text)).toContainEqual(expected);
  });

  it('refuses an id that is there twice', () => {
    const found = problems(
      stringify(rubricDocument([check('one'), check('two'), check('one')])),
    );
    expect(found).toEqual([
      expect.stringMatching(
        /^small.yaml:\d+:\d+: checks\[2\].id \(check one\): id "one" is there twice$/,
      ),
    ]);
  });

  it('refuses aliases that grow without bound and endless nesting', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
      .concat(
        [...'bcdefgh'].map(
          (name, i) =>
            `${name}: &${name} [${new Array(10)
              .fill(`*${'abcdefgh'[i]}`)
              .join(', ')}]`,
        ),
      )
      .join('\n');
    expect(problems(bomb)[0]).toMatch(/is not YAML/);
    expect(problems('['.repeat(100_000))).toHaveLength(1);
    expect(problems('x'.repeat(1_000_001))[0]).toMatch(
      /at most 1000000 characters/,
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), text => {
        expect(parseRubric(text).ok).toBe(false);
      }),
    );
    const base = rubricDocument([check('one', { weight: 2 })]);
    const paths = [
      ['checks'],
      ['checks', 0],
      ['checks', 0, 'attestation'],
      ['levels', 1],
      ['metadata'],
      ['appliesTo'],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.string(),
        fc.jsonValue(),
        (path, key, value) => {
          const copy: any = structuredClone(base);
          const target = path.reduce((at: any, part) => at[part], copy);
          target[key] = value;
          expect(() => parseRubric(stringify(copy))).not.toThrow();
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('extendRubric', () => {
  const base = rubricOf([check('one', { weight: 2 }), check('two')]);

  it('changes, adds and takes away', () => {
    const result = extendRubric(base, {
      metadata: { version: '1.0.0+acme' },
      levels: [{ level: 3, title: 'Autonomous' }],
      checks: [
        { id: 'one', level: 2, attestation: { expiresAfter: 'P30D' } },
        check('three', { level: 3, effort: 'large' }),
      ],
      removeChecks: ['two'],
    });
    expect(result).toMatchObject({
      ok: true,
      rubric: {
        metadata: { id: 'small', version: '1.0.0+acme' },
        checks: [
          {
            id: 'one',
            level: 2,
            weight: 2,
            attestation: { question: 'Is it so?', expiresAfter: 'P30D' },
          },
          { id: 'three', level: 3, effort: 'large' },
        ],
      },
    });
    expect(base.checks).toHaveLength(2);
  });

  it('tells what does not fit', () => {
    expect(
      extendRubric(base, { checks: [{ id: 'one', category: 'nope' }] }),
    ).toMatchObject({
      problems: [{ field: 'checks[0].category', checkId: 'one' }],
    });
    expect(extendRubric(base, { removeChecks: ['gone'] })).toMatchObject({
      problems: [{ message: 'unknown check "gone"' }],
    });
    expect(
      extendRubric(
        base,
        JSON.parse('{"checks":[{"id":"one","__proto__":{}}]}'),
      ),
    ).toMatchObject({ ok: false });
  });
});

describe('parseRubricPatch', () => {
  const base = rubricOf([check('one'), check('two'), check('three')]);
  const problemsOf = (text: string) => {
    const result = parseRubricPatch(base, text, { file: 'patch.yaml' });
    return result.ok ? [] : result.problems;
  };

  it('tells line and column of what is wrong, in the words of the changes', () => {
    const text = [
      'checks:',
      '  - id: three',
      '    weight: 2',
      '  - id: two',
      '    expects: A licence.',
      '    attestation: null',
      '    rule: model.licence',
    ].join('\n');
    expect(problemsOf(text)).toEqual([
      {
        file: 'patch.yaml',
        line: 7,
        column: 11,
        field: 'checks[1].rule',
        checkId: 'two',
        message: expect.stringContaining('model.license'),
      },
    ]);
    expect(
      problemsOf('checks:\n  - id: one\n    weight: heavy\n'),
    ).toMatchObject([
      { line: 3, column: 13, field: 'checks[0].weight', checkId: 'one' },
    ]);
    expect(problemsOf('levls: []\n')).toMatchObject([
      { line: 1, column: 1, field: 'levls' },
    ]);
    expect(problemsOf('metadata: {}\nremoveChecks: [one, gone]')).toMatchObject(
      [{ line: 2, column: 21, field: 'removeChecks[1]', checkId: 'gone' }],
    );
    expect(problemsOf('checks: [')).toMatchObject([{ line: 1 }]);
  });

  it('names no line for what the changes do not say', () => {
    const other = rubricOf([
      check('one'),
      check('tracked', { tracks: ['startup'] }),
    ]);
    // The rubric itself is at odds with it, not a line of the changes.
    const broken = { ...other, tracks: [] };
    const result = parseRubricPatch(
      broken,
      'checks:\n  - id: one\n    weight: 2\n',
    );
    expect(result).toMatchObject({
      problems: [{ field: 'checks[1].tracks[0]', checkId: 'tracked' }],
    });
    expect(result).not.toHaveProperty('problems.0.line');
  });

  it('changes nothing for an empty text, and never throws', () => {
    expect(parseRubricPatch(base, '')).toMatchObject({ ok: true });
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), text => {
        parseRubricPatch(base, text);
      }),
    );
  });
});

describe('digest and effect', () => {
  it('is equal for equal content and differs else', () => {
    expect(contentDigest({ a: 1, b: [2, { c: 3, d: 4 }] })).toBe(
      contentDigest({ b: [2, { d: 4, c: 3 }], a: 1 }),
    );
    expect(contentDigest([1, 2])).not.toBe(contentDigest([2, 1]));
    // echo -n '{"a":1}' | sha256sum
    expect(contentDigest({ a: 1 })).toBe(
      '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    );
  });

  it('counts a check from its day on, and a draft never', () => {
    const [dated, draft, plain] = rubricOf([
      check('dated', { effectiveFrom: '2026-03-01' }),
      check('draft', { status: 'draft', effectiveFrom: '2020-01-01' }),
      check('plain'),
    ]).checks;
    const before = new Date('2026-02-28T23:59:59.999Z');
    const from = new Date('2026-03-01T00:00:00.000Z');
    expect([isCounted(dated, before), isCounted(dated, from)]).toEqual([
      false,
      true,
    ]);
    expect([isCounted(draft, from), isCounted(plain, from)]).toEqual([
      false,
      true,
    ]);
  });
});
