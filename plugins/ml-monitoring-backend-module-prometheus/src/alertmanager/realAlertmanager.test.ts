import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MonitoringSource } from '@airworthy/plugin-ml-monitoring-node';
import { deployment } from '../__testUtils__/deployments';
import { line } from '../__testUtils__/exposition';
import {
  ALERTMANAGER,
  PROMETHEUS,
  describeWith,
  startExporter,
  startProgram,
  startPrometheus,
  temporaryFolder,
  until,
} from '../__testUtils__/programs';
import { question, sourcesWith } from '../__testUtils__/upstream';

jest.setTimeout(90_000);

const NASTY = 'a"b\\c\nd, {e="f"}';

describeWith(
  { Prometheus: PROMETHEUS, Alertmanager: ALERTMANAGER },
  'a real Alertmanager',
  () => {
    const { folder, remove } = temporaryFolder();
    let exporter: Awaited<ReturnType<typeof startExporter>>;
    let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
    let alertmanager: Awaited<ReturnType<typeof startProgram>>;
    let source: MonitoringSource;

    const post = async (path: string, body: unknown) => {
      const response = await fetch(`${alertmanager.url}/api/v2/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(200);
    };

    const soon = new Date(Date.now() + 3_600_000).toISOString();

    beforeAll(async () => {
      const config = join(folder, 'alertmanager.yml');
      // Who inhibits: an outage says all that its slowness says.
      writeFileSync(
        config,
        JSON.stringify({
          route: { receiver: 'nobody' },
          receivers: [{ name: 'nobody' }],
          inhibit_rules: [
            {
              source_matchers: ['alertname="Down"'],
              target_matchers: ['alertname="Slow"'],
              equal: ['model'],
            },
          ],
        }),
      );
      alertmanager = await startProgram(ALERTMANAGER, port => [
        `--config.file=${config}`,
        `--storage.path=${join(folder, 'alertmanager')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--cluster.listen-address=',
      ]);
      exporter = await startExporter(() => line('queue', { model: NASTY }, 9));
      prometheus = await startPrometheus(folder, {
        target: exporter.target,
        rules: {
          groups: [
            {
              name: 'models',
              rules: [
                {
                  alert: 'QueueGrows',
                  expr: 'queue > 5',
                  for: '1h',
                  labels: { severity: 'ticket' },
                  annotations: {
                    summary: 'The queue of {{ $labels.job }} grows',
                    runbook_url: 'https://runbooks.example.com/queue',
                  },
                },
              ],
            },
          ],
        },
      });
      const alerts = ['Down', 'Slow', 'Errors', 'Drift'].map(alertname => ({
        labels: { alertname, severity: 'page', model: NASTY },
        annotations: {
          summary: `${alertname} of churn`,
          runbook_url: `https://runbooks.example.com/${alertname}`,
        },
        startsAt: '2026-03-01T10:00:00.000Z',
        endsAt: soon,
        generatorURL: 'http://prometheus.example.com/graph',
      }));
      const [first] = alerts;
      await post('alerts', [
        ...alerts,
        { ...first, labels: { ...first.labels, model: 'other' } },
      ]);
      await post('silences', {
        matchers: [{ name: 'alertname', value: 'Errors', isRegex: false }],
        startsAt: new Date().toISOString(),
        endsAt: soon,
        createdBy: 'ana',
        comment: 'known since the release',
      });
      source = sourcesWith({
        prometheus: { servers: [{ name: 'main', url: prometheus.url }] },
        alertmanager: {
          servers: [{ name: 'main', url: `${alertmanager.url}/` }],
        },
      }).alertmanager;
      await until(async () => {
        const { data } = await prometheus.query('ALERTS_FOR_STATE');
        return data.result.length > 0;
      });
    });
    afterAll(async () => {
      await prometheus?.stop();
      await alertmanager?.stop();
      await exporter?.stop();
      remove();
    });

    const ask = (value: string, operator?: '=~') =>
      source.alerts!(
        deployment({
          alertmanager: { matchers: [{ name: 'model', operator, value }] },
        }),
        question(AbortSignal.timeout(20_000)),
      );

    it('tells what is firing, pending, inhibited and silenced, and of nobody else', async () => {
      // It tells what is inhibited only once it has looked.
      await until(async () =>
        (await ask(NASTY)).alerts.some(({ state }) => state === 'inhibited'),
      );
      const { alerts } = await ask(NASTY);
      expect(
        alerts.map(({ name, state }) => `${name} ${state}`).sort(),
      ).toEqual([
        'Down firing',
        'Drift firing',
        'Errors silenced',
        'QueueGrows pending',
        'Slow inhibited',
      ]);
      expect(alerts.every(({ labels }) => labels.model === NASTY)).toBe(true);
      const named = (name: string) =>
        alerts.find(alert => alert.name === name)!;
      expect(named('Drift')).toMatchObject({
        severity: 'page',
        summary: 'Drift of churn',
        startsAt: '2026-03-01T10:00:00.000Z',
        runbookUrl: 'https://runbooks.example.com/Drift',
        generatorUrl: 'http://prometheus.example.com/graph',
      });
      expect(named('Errors').silence).toEqual({
        until: soon,
        by: 'ana',
        comment: 'known since the release',
      });
      expect(named('QueueGrows')).toMatchObject({
        severity: 'ticket',
        summary: 'The queue of models grows',
        runbookUrl: 'https://runbooks.example.com/queue',
      });
      const since = Date.parse(named('QueueGrows').startsAt);
      expect(Math.abs(Date.now() - since)).toBeLessThan(60_000);
    });

    it('takes regular expressions, and answers its own error to a bad one', async () => {
      const { alerts } = await ask('oth.*|x', '=~');
      expect(alerts.map(({ labels }) => labels.model)).toEqual(['other']);
      await expect(ask('(', '=~')).rejects.toThrow(
        /^Alertmanager "main" answered: bad matcher format|^Alertmanager "main" answered: .*missing closing \)/,
      );
    });

    it('reads every value as that value', async () => {
      for (const value of ['"', '\\', '"} or x{', "'", '日本', '{{.}}']) {
        expect((await ask(value)).alerts).toEqual([]);
      }
    });
  },
);
