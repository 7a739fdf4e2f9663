import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogCollatorExtensionPoint } from '@backstage/plugin-search-backend-module-catalog';
import { transformMlEntity } from './transformMlEntity';

/**
 * Lets the catalog's search collator index what models and deployments say.
 *
 * @remarks
 *
 * The collator takes one transformer. A portal that sets its own leaves this
 * module out and calls {@link transformMlEntity} from there.
 *
 * @public
 */
export const searchModuleMlModels = createBackendModule({
  pluginId: 'search',
  moduleId: 'ml-models',
  register(reg) {
    reg.registerInit({
      deps: { collator: catalogCollatorExtensionPoint },
      async init({ collator }) {
        collator.setEntityTransformer(transformMlEntity);
      },
    });
  },
});
