import { createBackendModule } from '@backstage/backend-plugin-api';
import { mlMaturityHistoryExtensionPoint } from '@airworthy/plugin-ml-maturity-node';
import { ExampleHistory } from './ExampleHistory';

/** Brings the past of the example organisation's models. */
export const exampleHistoryModule = createBackendModule({
  pluginId: 'ml-maturity',
  moduleId: 'example-history',
  register(reg) {
    reg.registerInit({
      deps: { history: mlMaturityHistoryExtensionPoint },
      async init({ history }) {
        history.addSources(new ExampleHistory());
      },
    });
  },
});
