import {
  ExtensionDefinition,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiMedalLine } from '@remixicon/react';
import {
  campaignsRouteRef,
  modelsRouteRef,
  rootRouteRef,
  rubricRouteRef,
} from '../routes';
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

const campaigns = SubPageBlueprint.make({
  name: 'campaigns',
  params: {
    path: 'campaigns',
    title: text('tabs.campaigns'),
    routeRef: campaignsRouteRef,
    loader: () =>
      import('./campaigns/CampaignsPage').then(m => <m.CampaignsPage />),
  },
});

const rubric = SubPageBlueprint.make({
  name: 'rubric',
  params: {
    path: 'rubric',
    title: text('tabs.rubric'),
    routeRef: rubricRouteRef,
    loader: () => import('./rubric/RubricPage').then(m => <m.RubricPage />),
  },
});

export const overviewExtensions: ExtensionDefinition[] = [
  page,
  organisation,
  models,
  campaigns,
  rubric,
];
