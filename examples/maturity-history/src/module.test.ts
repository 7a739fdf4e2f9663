import { startTestBackend } from '@backstage/backend-test-utils';
import { mlMaturityHistoryExtensionPoint } from '@airworthy/plugin-ml-maturity-node';
import { ExampleHistory } from './ExampleHistory';
import { exampleHistoryModule } from './module';

describe('exampleHistoryModule', () => {
  it('adds the past of the example organisation', async () => {
    const addSources = jest.fn();
    await startTestBackend({
      extensionPoints: [[mlMaturityHistoryExtensionPoint, { addSources }]],
      features: [exampleHistoryModule],
    });
    expect(addSources).toHaveBeenCalledWith(expect.any(ExampleHistory));
  });
});
