import { ORGANISATION, ref } from '../__testUtils__/organisation';
import { LIMITED, Portal, startPortal } from '../__testUtils__/portal';

describe('lists, rollups and trends', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      entities: ORGANISATION,
      config: { attestations: { by: 'anyone' } },
    });
    await portal.evaluateAll();
    // Churn reaches level 1: it has a licence, and somebody answers for it.
    await portal.put(
      '/scorecards/mlmodel/default/churn/checks/owned/attestation',
      { body: { answer: 'yes' } },
    );
  }, 30_000);

  const names = async (query: string, as?: string): Promise<string[]> => {
    const { items } = await portal.get(`/scorecards?${query}`, { as });
    return items.map((item: any) => item.name);
  };

  it('filters by every field, owners and domains with all below them', async () => {
    expect(await names('')).toEqual([
      '=cmd',
      'churn',
      'fares',
      'hidden-one',
      'noise',
      'orphan',
    ]);
    expect(await names('owner=group:default/department')).toEqual([
      '=cmd',
      'churn',
      'fares',
      'noise',
    ]);
    expect(await names('owner=Group:Default/Red')).toEqual(['churn', 'fares']);
    expect(await names('owner=(none)')).toEqual(['orphan']);
    expect(await names('owner=(none)&owner=group:default/blue')).toEqual([
      '=cmd',
      'orphan',
    ]);
    expect(await names('domain=domain:default/world')).toEqual([
      '=cmd',
      'churn',
      'hidden-one',
    ]);
    expect(await names('system=system:default/delays&tag=a')).toEqual([
      'churn',
    ]);
    expect(await names('lifecycle=experimental')).toEqual(['noise']);
    expect(await names('task=fill-mask')).toEqual(['=cmd']);
    expect(await names('level=1,2')).toEqual(['churn']);
    expect(await names('check=licensed&status=pass')).toEqual([
      'churn',
      'fares',
      'hidden-one',
    ]);
    // Without a status, what is missing.
    expect(await names('check=owned&text=FAR')).toEqual(['fares']);
    expect(await names('checkLevel=1&category=all&status=fail')).toEqual([
      '=cmd',
      'noise',
      'orphan',
    ]);
    expect(await names(`entityRef=${ref('fares')}`)).toEqual(['fares']);
  });

  it('sorts and goes through pages without repeating or leaving out any', async () => {
    expect(await names('sort=level&order=desc&limit=1')).toEqual(['churn']);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: any = await portal.get(
        `/scorecards?sort=score&order=desc&limit=2&fields=name,score${
          cursor ? `&cursor=${cursor}` : ''
        }`,
      );
      expect(page.totalItems).toBe(6);
      expect(Object.keys(page.items[0])).toEqual(['name', 'score']);
      seen.push(...page.items.map(({ name }: any) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([
      'churn',
      'fares',
      'hidden-one',
      '=cmd',
      'noise',
      'orphan',
    ]);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['level=high', 'level.0'],
    ['status=green', 'status.0'],
    ['sort=__proto__', 'sort'],
    ['__proto__=1', '__proto__'],
    ['cursor=e30', 'cursor'],
    ['sort=name&sort=level', 'sort'],
    [`text=${'x'.repeat(201)}`, 'text'],
  ])('refuses %s and names the parameter', async (query, field) => {
    const { error } = await portal.get(`/scorecards?${query}`, { status: 400 });
    expect(error.message).toContain(field);
  });

  it('exports CSV in which nothing runs as a formula', async () => {
    const text = await portal.text(
      '/scorecards?fields=name,title,tags,level,checks',
      { headers: { Accept: 'text/csv' } },
    );
    const [head, first, second] = text.replace('\uFEFF', '').split('\r\n');
    expect(head).toBe('name,title,tags,level,licensed,owned,tested');
    expect(first).toBe(`"'=cmd",,,0,fail,unknown,unknown`);
    expect(second).toBe('churn,,a,1,pass,pass,unknown');
    const gaps = await portal.text('/gaps?format=csv');
    expect(gaps).toContain('tested');
    expect(
      await portal.text('/rollups?by=owner&measure=check&format=csv'),
    ).toMatch(/Total,6,0,/);
  });

  it('sums up along the organisation and counts each model once', async () => {
    const { nodes, total, unassigned, columns, cellFields } = await portal.get(
      '/rollups?by=owner&measure=category',
    );
    const models = Object.fromEntries(
      nodes.map((node: any) => [node.id, [node.models, node.levels]]),
    );
    expect(models).toEqual({
      'group:default/blue': [1, [1, 0, 0]],
      // Company and oddity are above each other; that must not double anything.
      'group:default/company': [5, [4, 1, 0]],
      'group:default/department': [4, [3, 1, 0]],
      'group:default/hidden-team': [1, [1, 0, 0]],
      'group:default/oddity': [5, [4, 1, 0]],
      'group:default/red': [2, [1, 1, 0]],
    });
    expect(total.models).toBe(6);
    expect(unassigned).toMatchObject({
      models: 1,
      filter: { owner: ['(none)'] },
    });
    const red = nodes.find(({ id }: any) => id === 'group:default/red');
    expect(red).toMatchObject({
      title: 'The red',
      parents: ['group:default/department'],
      filter: { owner: ['group:default/red'] },
    });
    // Licences of both, an answer of one, tests unknown of both: 3 of 6.
    expect(columns).toEqual([{ id: 'all', title: 'All' }]);
    expect(cellFields.slice(0, 5)).toEqual([
      'passed',
      'total',
      'pass',
      'fail',
      'unknown',
    ]);
    expect(red.cells).toEqual([[3, 6, 3, 0, 3]]);
  });

  it('links each node to exactly the models it counts', async () => {
    for (const by of [
      'owner',
      'system',
      'domain',
      'lifecycle',
      'task',
      'track',
    ]) {
      const { nodes, unassigned } = await portal.get(
        `/rollups?by=${by}&measure=score&lifecycle=production`,
      );
      for (const node of [...nodes, unassigned]) {
        const query = new URLSearchParams(
          Object.entries(node.filter).flatMap(([name, values]) =>
            (values as string[]).map(value => [name, value]),
          ),
        );
        const { totalItems } = await portal.get(`/scorecards?${query}`);
        expect([by, node.id, totalItems]).toEqual([by, node.id, node.models]);
      }
    }
  });

  it('shows of a filtered group only the groups below it', async () => {
    const { nodes } = await portal.get(
      '/rollups?by=owner&measure=level&owner=group:default/department',
    );
    expect(nodes.map(({ id }: any) => id)).toEqual([
      'group:default/blue',
      'group:default/department',
      'group:default/red',
    ]);
  });

  it('keeps what the caller may not read out of lists, counts, rollups, trends, gaps and files', async () => {
    const as = LIMITED;
    expect(await names('', as)).not.toContain('hidden-one');
    expect((await portal.get('/scorecards', { as })).totalItems).toBe(5);
    const { total, nodes } = await portal.get(
      '/rollups?by=owner&measure=score',
      { as },
    );
    expect(total.models).toBe(5);
    expect(JSON.stringify(nodes)).not.toContain('hidden');
    const { nodes: systems } = await portal.get(
      '/rollups?by=system&measure=score',
      { as },
    );
    expect(systems[0].models).toBe(2);
    const { points } = await portal.get('/trends?days=2', { as });
    expect(points[1].models).toBe(5);
    expect((await portal.get('/gaps', { as })).models).toBe(5);
    expect((await portal.get('/rubrics/small', { as })).models).toBe(5);
    expect(await portal.text('/scorecards?format=csv', { as })).not.toContain(
      'hidden',
    );
    await portal.get(`/scorecards/mlmodel/default/hidden-one`, {
      as,
      status: 404,
    });
    await portal.post('/gate', {
      as,
      body: { entityRef: ref('hidden-one'), level: 1 },
      status: 404,
    });
  });

  it('tells trends, movers and gaps', async () => {
    const { points } = await portal.get('/trends?days=3');
    expect(points).toHaveLength(3);
    expect(points[0]).toMatchObject({ models: 0, score: null });
    expect(points[2]).toMatchObject({ models: 6, levels: [5, 1, 0] });
    // 2/3 + 1/3 + 1/3 + 0 + 0 + 0 of six.
    expect(points[2].score).toBeCloseTo(4 / 18, 6);
    const { items } = await portal.get('/gaps');
    const owned = items.find(({ checkId }: any) => checkId === 'owned');
    // Five lack an answer; for two of them (with a licence) it is all they lack.
    expect(owned).toMatchObject({ unknown: 5, blocks: 5, lifts: 2, models: 6 });
    expect(items[0].checkId).toBe('owned');
    expect(await portal.get('/movers')).toMatchObject({ risen: 0, fallen: 0 });
  });

  it('lists answers that expire within the span that is asked for', async () => {
    const soon = await portal.get('/expiring?days=31');
    expect(soon.items).toMatchObject([
      {
        kind: 'attestation',
        entityRef: ref('churn'),
        checkId: 'owned',
        checkTitle: 'Somebody answers for it',
        expired: false,
        by: 'user:default/ada',
      },
    ]);
    expect((await portal.get('/expiring?days=29')).totalItems).toBe(0);
    expect((await portal.get('/expiring?days=31&tag=b')).totalItems).toBe(0);
  });

  it('tells the coverage of a rubric, and which rubrics there are', async () => {
    const { coverage } = await portal.get('/rubrics/small');
    expect(coverage[0]).toMatchObject({
      checkId: 'licensed',
      counted: true,
      counts: { pass: 3, fail: 3 },
    });
    await portal.get('/rubrics/large', { status: 404 });
    await portal.get('/scorecards?rubric=large', { status: 404 });
    expect((await portal.get('/rubrics')).items).toHaveLength(1);
  });

  it('answers nothing to who may not read', async () => {
    portal.denied.add('mlMaturity.read');
    try {
      for (const url of [
        '/rubrics',
        '/rubrics/small',
        '/scorecards',
        '/rollups?by=owner&measure=score',
        '/trends',
        '/gaps',
        '/movers',
        '/expiring',
        '/campaigns',
      ]) {
        const { error } = await portal.get(url, { status: 403 });
        expect(error.message).toBe('Not allowed: mlMaturity.read');
      }
    } finally {
      portal.denied.clear();
    }
  });
});
