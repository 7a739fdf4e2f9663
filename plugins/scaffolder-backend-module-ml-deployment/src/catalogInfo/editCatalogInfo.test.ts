import { editCatalogInfo } from './editCatalogInfo';

const deployment = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: { name: 'churn' },
  spec: {
    type: 'kserve',
    environment: 'production',
    lifecycle: 'production',
    owner: 'group:default/retention',
    model: 'mlmodel:default/churn',
  },
};

const file = `# Who is asked first: retention
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
    name:   "churn-training"   # four spaces here
spec: { type: 'service', owner: retention,lifecycle: production }


--- # the deployment
# Goes to the cluster in Dublin.
apiVersion: airworthy.dev/v1alpha1
kind: MlDeployment
metadata:
  name: 'churn' # since 2026
  tags:
  - nightly # for the pager
  - "eu"
spec:
  type: kserve
  environment: production
  lifecycle: production
  # until the move
  owner: group:default/retention
  model: mlmodel:default/churn

...
# the end
`;

const edit = (content: string | undefined, entities: unknown[], merge = true) =>
  editCatalogInfo({ path: 'info.yaml', content, entities, merge });

const patch = (metadata: object, spec: object = {}) => ({
  ...deployment,
  metadata: { name: 'churn', ...metadata },
  spec,
});

describe('editCatalogInfo', () => {
  it('writes a file where there is none', () => {
    const { content, ...rest } = edit(undefined, [
      deployment,
      { ...deployment, metadata: { name: 'other', namespace: 'ml' } },
    ]);
    expect(rest).toEqual({
      added: ['mldeployment:default/churn', 'mldeployment:ml/other'],
      updated: [],
      entityRefs: ['mldeployment:default/churn', 'mldeployment:ml/other'],
    });
    expect(content).toMatch(
      /^apiVersion: airworthy.dev\/v1alpha1\nkind: MlDeployment\nmetadata:\n {2}name: churn\n/,
    );
    expect(content.split('---\n')).toHaveLength(2);
  });

  it('gives the file back to the letter where nothing changes', () => {
    for (const content of [
      file,
      file.replace(/\n/g, '\r\n'),
      `\ufeff${file}`,
    ]) {
      expect(edit(content, [deployment])).toEqual({
        content,
        added: [],
        updated: [],
        entityRefs: ['mldeployment:default/churn'],
      });
    }
  });

  it('changes a field and nothing around it', () => {
    const changed = edit(file, [
      patch({}, { owner: 'group:default/growth', system: 'crm' }),
    ]);
    expect(changed.updated).toEqual(['mldeployment:default/churn']);
    expect(changed.content).toBe(
      file
        .replace(
          'owner: group:default/retention',
          'owner: group:default/growth',
        )
        .replace(
          '  model: mlmodel:default/churn\n',
          '  model: mlmodel:default/churn\n  system: crm\n',
        ),
    );
  });

  it('keeps the ends of lines', () => {
    const windows = file.replace(/\n/g, '\r\n');
    const { content } = edit(windows, [
      patch({}, { system: 'crm' }),
      { ...deployment, metadata: { name: 'new' } },
    ]);
    expect(content.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(content).toContain('  system: crm\r\n');
    expect(content).toContain('  name: new\r\n');
  });

  it('merges objects, replaces lists, and removes what is null', () => {
    const { content } = edit(file, [
      patch({ tags: ['nightly', 'us'], labels: { tier: '1' } }),
    ]);
    expect(content).toContain(`metadata:
  name: 'churn' # since 2026
  tags:
  - nightly # for the pager
  - "us"
  labels:
    tier: "1"
`);
    const removed = edit(content, [patch({ tags: null })]).content;
    expect(removed).not.toContain('tags');
    expect(removed).toContain('  labels:\n');
  });

  it('replaces all of an entity when told to', () => {
    const { content } = edit(file, [deployment], false);
    expect(content).toBe(
      file.replace('  tags:\n  - nightly # for the pager\n  - "eu"\n', ''),
    );
  });

  it('adds a document to a file, whatever its end', () => {
    const other = { ...deployment, metadata: { name: 'other' } };
    for (const content of [
      'kind: A',
      'kind: A\n',
      'kind: A\n---\n',
      'kind: A\n...\n',
      '# nothing yet\n',
      '',
      file,
    ]) {
      const { content: added } = edit(content, [other]);
      expect(added.startsWith(content)).toBe(true);
      // What is added is found again, and once.
      expect(edit(added, [other])).toMatchObject({
        content: added,
        added: [],
        updated: [],
      });
    }
  });

  it('finds an entity by its reference, in the letters of the file', () => {
    const given = {
      ...patch({ namespace: 'default' }, { system: 'crm' }),
      metadata: { name: 'CHURN', namespace: 'default' },
    };
    const { content, updated } = edit(file, [given]);
    expect(updated).toEqual(['mldeployment:default/churn']);
    expect(content).toContain("  name: 'churn' # since 2026\n  tags:");
  });

  it('keeps the lines of a document that is written unlike any other', () => {
    const content = file.replace("name: 'churn' #", "name:    'churn'     #");
    expect(
      edit(content, [patch({}, { owner: 'group:default/growth' })]).content,
    ).toBe(
      content.replace(
        'owner: group:default/retention',
        'owner: group:default/growth',
      ),
    );
  });

  it.each([
    [
      'an entity twice in the file',
      `${file}---\n${JSON.stringify(deployment)}\n`,
      [deployment],
      'info.yaml: expected one document of mldeployment:default/churn, was several',
    ],
    [
      'an entity given twice',
      file,
      [deployment, deployment],
      'entities.1: expected each entity once, was mldeployment:default/churn again',
    ],
    [
      'what is no YAML',
      `${file}---\na: [\n`,
      [deployment],
      'info.yaml: document 3: expected YAML, was: Flow sequence',
    ],
    [
      'an alias of nothing',
      `${file}---\na: *gone\n`,
      [deployment],
      'info.yaml: document 3: expected YAML, was: Unresolved alias',
    ],
    [
      'a key twice',
      'kind: A\nkind: B\n',
      [deployment],
      'info.yaml: document 1: expected YAML, was: Map keys must be unique',
    ],
    [
      'what is no entity',
      file,
      [{ kind: 'A' }],
      'entities.0: expected an entity with apiVersion, kind and metadata.name, was: ',
    ],
    [
      'a field that reaches all objects',
      file,
      [
        JSON.parse(
          '{"apiVersion":"a/v1","kind":"A","metadata":{"name":"a"},"spec":{"__proto__":{"x":1}}}',
        ),
      ],
      'entities.0.spec.__proto__: expected no such field',
    ],
    [
      'a value that the schema refuses',
      file,
      [patch({}, { owner: 7 })],
      'mldeployment:default/churn: /spec/owner: expected a text (put it in quotes), was number 7',
    ],
    [
      'a new entity that is not whole',
      undefined,
      [patch({})],
      'mldeployment:default/churn: /spec/',
    ],
    [
      'a change that takes what is needed',
      file,
      [patch({}, { model: null })],
      'mldeployment:default/churn: /spec/model: expected a text, was nothing',
    ],
  ])('refuses %s', (_, content, entities, message) => {
    expect(() => edit(content, entities)).toThrow(message);
  });
});
