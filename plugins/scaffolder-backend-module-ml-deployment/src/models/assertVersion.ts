import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  readMlModel,
  sortedVersions,
} from '@airworthy/plugin-ml-models-common';

/**
 * Refuses to release a version that its model does not have.
 *
 * @throws InputError that names the field, what was expected, and what was there.
 */
export async function assertVersion(
  catalog: Pick<CatalogService, 'getEntityByRef'>,
  model: { ref: string; candidateVersion: string },
  credentials: BackstageCredentials,
): Promise<void> {
  const ref = stringifyEntityRef(
    parseEntityRef(model.ref, { defaultKind: 'mlmodel' }),
  );
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (!entity) {
    throw new InputError(
      `request.model.ref: expected a model of the catalog, was "${model.ref}"`,
    );
  }
  const versions = sortedVersions(readMlModel(entity)).map(
    ({ version }) => version,
  );
  if (versions.includes(model.candidateVersion)) return;
  throw new InputError(
    `request.model.candidateVersion: expected ${
      versions.length
        ? `one of ${versions.join(', ')}`
        : 'a model that lists it'
    }, was "${model.candidateVersion}"`,
  );
}
