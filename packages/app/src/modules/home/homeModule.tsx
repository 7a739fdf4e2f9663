import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

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

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [welcomeWidget],
});
