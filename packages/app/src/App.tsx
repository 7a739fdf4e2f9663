import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import unprocessedEntitiesPlugin from '@backstage/plugin-catalog-unprocessed-entities/alpha';
import { navModule } from './modules/nav';
import { homeModule } from './modules/home';
import { titlesModule } from './modules/titles';

export default createApp({
  features: [
    catalogPlugin,
    unprocessedEntitiesPlugin,
    navModule,
    homeModule,
    titlesModule,
  ],
});
