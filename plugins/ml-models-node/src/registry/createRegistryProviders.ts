import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { forgetProviders, registryDatabase } from './database/registryDatabase';
import {
  RegistryEntityProvider,
  RegistryEntityProviderOptions,
} from './RegistryEntityProvider';

/**
 * The providers of all registries of one product. What app-config named
 * before and does not name any more is forgotten first, so that its names are
 * free; its entities are orphans, which `catalog.orphanProviderStrategy`
 * removes.
 *
 * @public
 */
export function createRegistryProviders(
  type: string,
  options: RegistryEntityProviderOptions[],
): EntityProvider[] {
  const providers = options.map(each => RegistryEntityProvider.create(each));
  const names = providers.map(provider => provider.getProviderName());
  let forgotten: Promise<void> | undefined;
  const forget = async () => {
    const db = await registryDatabase(options[0].database);
    await forgetProviders(db, type, names);
  };
  return providers.map(provider => ({
    getProviderName: () => provider.getProviderName(),
    connect: async (connection: EntityProviderConnection) => {
      forgotten ??= forget();
      await forgotten;
      await provider.connect(connection);
    },
  }));
}
