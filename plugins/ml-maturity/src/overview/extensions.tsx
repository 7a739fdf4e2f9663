import {
  ExtensionDefinition,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiMedalLine } from '@remixicon/react';
import { modelsRouteRef, rootRouteRef } from '../routes';
import { mlMaturityOverviewTranslationRef as text } from './translation';

const page = PageBlueprint.make({
  params: {
    path: '/ml-maturity',
    title: text('title'),
    icon: <RiMedalLine />,
    routeRef: rootRouteRef,
  },
});

const organisation = SubPageBlueprint.make({
  name: 'organisation',
  params: {
    path: 'organisation',
    title: text('tabs.organisation'),
    loader: () =>
      import('./organisation/OrganisationPage').then(m => (
        <m.OrganisationPage />
      )),
  },
});

const models = SubPageBlueprint.make({
  name: 'models',
  params: {
    path: 'models',
    title: text('tabs.models'),
    routeRef: modelsRouteRef,
    loader: () => import('./models/ModelsPage').then(m => <m.ModelsPage />),
  },
});

export const overviewExtensions: ExtensionDefinition[] = [
  page,
  organisation,
  models,
];
