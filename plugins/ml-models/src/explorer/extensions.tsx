import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiBrainLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

const explorerPage = PageBlueprint.make({
  params: {
    path: '/ml-models',
    title: 'ML models',
    icon: <RiBrainLine />,
    routeRef: rootRouteRef,
  },
});

export const explorerExtensions = [explorerPage];
