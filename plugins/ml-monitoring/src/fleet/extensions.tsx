import {
  ExtensionDefinition,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';
import { mlFleetTranslationRef as text } from './translation';

const page = PageBlueprint.make({
  params: {
    path: '/ml-monitoring',
    title: text('title'),
    icon: <RiPulseLine />,
    routeRef: rootRouteRef,
    loader: () => import('./FleetPage').then(m => <m.FleetPage />),
  },
});

export const fleetExtensions: ExtensionDefinition[] = [page];
