import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';

const layout = HomePageLayoutBlueprint.make({
  params: { loader: () => import('./HomeLayout').then(m => m.HomeLayout) },
});

const welcomeWidget = HomePageWidgetBlueprint.make({
  name: 'airworthy-welcome',
  params: {
    name: 'AirworthyWelcome',
    title: 'Is this model fit to fly?',
    description: 'Where to begin in Airworthy',
    components: () =>
      import('./Welcome').then(m => ({ Content: () => <m.Welcome /> })),
  },
});

/** The home page's layout and Airworthy's own widget. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, welcomeWidget],
});
