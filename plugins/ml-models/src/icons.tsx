import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import { RiBrainLine, RiRocketLine } from '@remixicon/react';

// The keys are how Backstage looks up the icon of a kind.
const kindIcons = IconBundleBlueprint.make({
  name: 'kinds',
  params: {
    icons: {
      'kind:mlmodel': <RiBrainLine size="1em" />,
      'kind:mldeployment': <RiRocketLine size="1em" />,
    },
  },
});

export const iconExtensions: ExtensionDefinition[] = [kindIcons];
