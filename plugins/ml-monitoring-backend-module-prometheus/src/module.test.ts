import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  MonitoringSource,
  mlMonitoringSourcesExtensionPoint,
} from '@airworthy/plugin-ml-monitoring-node';
import { mlMonitoringModulePrometheus } from './module';

describe('mlMonitoringModulePrometheus', () => {
  const start = async (data: object) => {
    const added: MonitoringSource[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          mlMonitoringSourcesExtensionPoint,
          { addSources: (...sources) => added.push(...sources) },
        ],
      ],
      features: [
        mlMonitoringModulePrometheus,
        mockServices.rootConfig.factory({ data: data as {} }),
      ],
    });
    await backend.stop();
    return added.map(({ type }) => type);
  };

  it('adds its sources, with servers and without', async () => {
    expect(await start({})).toEqual(['prometheus', 'alertmanager']);
    expect(
      await start({
        mlMonitoring: {
          prometheus: { servers: [{ name: 'main', url: 'http://prometheus' }] },
        },
      }),
    ).toEqual(['prometheus', 'alertmanager']);
  });

  it('stops the backend where its configuration is wrong', async () => {
    await expect(
      start({
        mlMonitoring: { prometheus: { servers: [{ name: 'main', url: 'x' }] } },
      }),
    ).rejects.toThrow(/mlMonitoring\.prometheus\.servers\[0\]\.url: expected/);
  });
});
