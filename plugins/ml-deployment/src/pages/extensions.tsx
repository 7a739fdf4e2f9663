import {
  ExtensionDefinition,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiRocket2Line } from '@remixicon/react';
import {
  advisorRouteRef,
  rootRouteRef,
  strategiesRouteRef,
  targetsRouteRef,
} from '../routes';
import { mlStrategiesTranslationRef as text } from './translation';

const page = PageBlueprint.make({
  params: {
    path: '/ml-deployment',
    title: text('title'),
    icon: <RiRocket2Line />,
    routeRef: rootRouteRef,
  },
});

const strategies = SubPageBlueprint.make({
  name: 'strategies',
  params: {
    path: 'strategies',
    title: text('tabs.strategies'),
    routeRef: strategiesRouteRef,
    loader: () =>
      import('./strategies/StrategiesPage').then(m => <m.StrategiesPage />),
  },
});

const advisor = SubPageBlueprint.make({
  name: 'advisor',
  params: {
    path: 'advisor',
    title: text('tabs.advisor'),
    routeRef: advisorRouteRef,
    loader: () => import('./advisor/AdvisorPage').then(m => <m.AdvisorPage />),
  },
});

const targets = SubPageBlueprint.make({
  name: 'targets',
  params: {
    path: 'targets',
    title: text('tabs.targets'),
    routeRef: targetsRouteRef,
    loader: () => import('./targets/TargetsPage').then(m => <m.TargetsPage />),
  },
});

export const pageExtensions: ExtensionDefinition[] = [
  page,
  strategies,
  advisor,
  targets,
];
