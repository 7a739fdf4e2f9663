import { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import { deployment } from '../__testUtils__/deployments';
import {
  Received,
  mockUpstreams,
  question,
  sourcesWith,
  success,
  vector,
} from '../__testUtils__/upstream';

const BASE = 'https://alerts.example.com/am';
const PROMETHEUS = 'http://prometheus.example.com';

type Matchers = NonNullable<
  MonitoredDeployment['monitoring']['alertmanager']
>['matchers'];

const alert = (
  name: string,
  status: object,
  annotations: Record<string, string> = {},
) => ({
  labels: { alertname: name, severity: 'page', model: 'churn' },
  annotations,
  startsAt: '2026-03-01T10:00:00.000Z',
  endsAt: '2026-03-01T13:00:00.000Z',
  updatedAt: '2026-03-01T12:00:00.000Z',
  fingerprint: name,
  receivers: [{ name: 'team' }],
  generatorURL: 'http://prometheus.example.com/graph?g0.expr=x',
  status: { silencedBy: [], inhibitedBy: [], state: 'active', ...status },
});

describe('alerts', () => {
  const upstreams = mockUpstreams();

  const ask = (
    options: {
      matchers?: Matchers;
      server?: string;
      prometheus?: boolean;
    } = {},
  ) => {
    const {
      matchers = [{ name: 'model', value: 'churn' }],
      server,
      prometheus,
    } = options;
    const { alertmanager } = sourcesWith({
      alertmanager: { servers: [{ name: 'main', url: BASE }] },
      ...(prometheus && {
        prometheus: { servers: [{ name: 'main', url: PROMETHEUS }] },
      }),
    });
    return alertmanager.alerts!(
      deployment({ alertmanager: { server, matchers } }),
      question(),
    );
  };

  const answerAlerts = (
    alerts: object[],
    silences: object[] = [],
  ): Received[] =>
    upstreams.answer(BASE, ({ path }) =>
      Response.json(path === '/am/api/v2/alerts' ? alerts : silences),
    );

  it('are asked by matchers that are escaped', async () => {
    const received = answerAlerts([]);
    const { alerts } = await ask({
      matchers: [
        { name: 'model', value: 'a"b\\c\nd' },
        { name: 'team', operator: '=~', value: 'ml|risk.*' },
        { name: 'severity', operator: '!=', value: 'info' },
      ],
    });
    expect(alerts).toEqual([]);
    expect(received.map(({ path }) => path)).toEqual(['/am/api/v2/alerts']);
    expect(received[0].params.getAll('filter')).toEqual([
      'model="a\\"b\\\\c\\nd"',
      'team=~"ml|risk.*"',
      'severity!="info"',
    ]);
  });

  it('are firing, silenced by whom until when, or inhibited', async () => {
    answerAlerts(
      [
        alert('Slow', { state: 'suppressed', silencedBy: ['early', 'late'] }),
        alert(
          'Errors',
          {},
          {
            summary: 'Too many errors',
            description: '5 % of requests fail',
            runbook_url: 'https://runbooks.example.com/errors',
          },
        ),
        alert('Down', { state: 'suppressed', inhibitedBy: ['x'] }),
      ],
      [
        {
          id: 'early',
          endsAt: '2026-03-01T12:30:00.000Z',
          createdBy: 'ana',
          comment: 'deploy',
        },
        {
          id: 'late',
          endsAt: '2026-03-01T18:00:00.000Z',
          createdBy: 'bo',
          comment: 'incident 7',
        },
        {
          id: 'other',
          endsAt: '2026-03-02T18:00:00.000Z',
          createdBy: 'cy',
          comment: '',
        },
      ],
    );
    const answer = await ask();
    expect(answer).toMatchObject({
      source: { type: 'alertmanager', name: 'main' },
      rowsRead: 3,
      alerts: [
        {
          name: 'Errors',
          state: 'firing',
          severity: 'page',
          summary: 'Too many errors',
          description: '5 % of requests fail',
          runbookUrl: 'https://runbooks.example.com/errors',
          generatorUrl: 'http://prometheus.example.com/graph?g0.expr=x',
          startsAt: '2026-03-01T10:00:00.000Z',
        },
        { name: 'Down', state: 'inhibited' },
        {
          name: 'Slow',
          state: 'silenced',
          silence: {
            until: '2026-03-01T18:00:00.000Z',
            by: 'bo',
            comment: 'incident 7',
          },
        },
      ],
    });
  });

  it.each([
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:word@runbooks.example.com',
    'runbook',
    '',
  ])('have no link to %j', async runbook_url => {
    answerAlerts([alert('Errors', {}, { runbook_url })]);
    const { alerts } = await ask();
    expect(alerts[0].runbookUrl).toBeUndefined();
  });

  it('are pending in Prometheus, since when and why', async () => {
    answerAlerts([]);
    const asked = upstreams.answer(PROMETHEUS, ({ path }) =>
      path.endsWith('/rules')
        ? success({
            groups: [
              {
                rules: [
                  {
                    name: 'Slow',
                    alerts: [
                      {
                        labels: { alertname: 'Slow', model: 'churn' },
                        annotations: { summary: 'p95 above 1 s' },
                        state: 'pending',
                      },
                    ],
                  },
                  { name: 'recorded' },
                ],
              },
            ],
          })
        : vector([
            {
              __name__: 'ALERTS_FOR_STATE',
              alertname: 'Slow',
              model: 'churn',
            },
            '1772362800',
          ]),
    );
    const { alerts } = await ask({
      prometheus: true,
      matchers: [{ name: 'model', value: '"} or up{job="' }],
    });
    expect(alerts).toEqual([
      {
        name: 'Slow',
        state: 'pending',
        summary: 'p95 above 1 s',
        startsAt: '2026-03-01T11:00:00.000Z',
        labels: { alertname: 'Slow', model: 'churn' },
      },
    ]);
    expect(asked[0].params.get('query')).toBe(
      'ALERTS_FOR_STATE{model="\\"} or up{job=\\""} and ignoring (alertstate) ALERTS{model="\\"} or up{job=\\"",alertstate="pending"}',
    );
    expect(asked[1].params.getAll('rule_name[]')).toEqual(['Slow']);
  });

  it('are shown where Prometheus or the silences fail, with what is missing', async () => {
    upstreams.answer(BASE, ({ path }) =>
      path.endsWith('/alerts')
        ? Response.json([
            alert('Slow', { state: 'suppressed', silencedBy: ['x'] }),
          ])
        : new Response('gone', { status: 503 }),
    );
    upstreams.answer(PROMETHEUS, () => Response.error());
    const { alerts, notices } = await ask({ prometheus: true });
    expect(alerts).toMatchObject([{ name: 'Slow', state: 'silenced' }]);
    expect(notices).toEqual(
      expect.arrayContaining([
        'Who silenced the alerts cannot be told. Alertmanager "main" is failing (HTTP 503: gone)',
        'Pending alerts cannot be told. Prometheus "main" cannot be reached',
      ]),
    );
  });

  it.each<[() => Response, string, RegExp]>([
    [
      () => Response.json('bad matcher format: x', { status: 400 }),
      'refused',
      /^Alertmanager "main" answered: bad matcher format: x$/,
    ],
    [
      () => new Response('<html>Sign in</html>'),
      'invalid-data',
      /answered a web page instead of JSON/,
    ],
    [
      () => Response.json([{ labels: {} }]),
      'invalid-data',
      /answered what is not of its API: 0\.startsAt: /,
    ],
    [() => Response.error(), 'unreachable', /cannot be reached$/],
  ])(
    'say what is wrong with their server (%#)',
    async (answer, kind, message) => {
      upstreams.answer(BASE, answer);
      const asked = ask();
      await expect(asked).rejects.toThrow(message);
      await expect(asked).rejects.toMatchObject({ kind });
    },
  );

  it('are of servers of app-config only', async () => {
    await expect(ask({ server: 'other' })).rejects.toThrow(
      'The Alertmanager server "other" is not configured; configured: "main"',
    );
    await expect(ask({ matchers: [] })).rejects.toThrow(
      'spec.monitoring.alertmanager.matchers: expected at least one',
    );
  });
});
