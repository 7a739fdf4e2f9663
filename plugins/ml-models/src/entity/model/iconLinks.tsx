import {
  isAiModelResource,
  isMlModel,
  newestVersion,
  readMlModel,
} from '@airworthy/plugin-ml-models-common';
import { safeHref } from '@airworthy/plugin-ml-models-react';
import { Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RiArchiveStackLine, RiTestTubeLine } from '@remixicon/react';

/** Where the newest version of a model can be followed to, if anywhere. */
export function newestVersionLink(
  entity: Entity,
  to: 'registry' | 'run',
): string | undefined {
  if (!isMlModel(entity) && !isAiModelResource(entity)) return undefined;
  const version = newestVersion(readMlModel(entity));
  return safeHref(to === 'registry' ? version?.registry : version?.run?.url);
}

/** The registry page of the newest version, among the links of the about card. */
export function useRegistryLink() {
  return {
    label: 'Registry',
    title: 'The newest version in its registry',
    icon: <RiArchiveStackLine />,
    href: newestVersionLink(useEntity().entity, 'registry'),
  };
}

/** The training run of the newest version, among the links of the about card. */
export function useRunLink() {
  return {
    label: 'Run',
    title: 'The training run of the newest version',
    icon: <RiTestTubeLine />,
    href: newestVersionLink(useEntity().entity, 'run'),
  };
}
