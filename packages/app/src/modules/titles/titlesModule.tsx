import { ComponentType } from 'react';
import { Helmet } from 'react-helmet';
import {
  PageLayoutProps,
  configApiRef,
  createFrontendModule,
  useApi,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import appPlugin from '@backstage/plugin-app';

const { component: componentDataRef } = SwappableComponentBlueprint.dataRefs;

/** The title of the browser's tab; an entity page inside sets its own over it. */
const TabTitle = ({ title }: { title: string }) => {
  const app = useApi(configApiRef).getOptionalString('app.title');
  return <Helmet title={title} titleTemplate={app ? `%s | ${app}` : '%s'} />;
};

// The layout of the app plugin shows a page's title, but not in the tab.
const pageLayout = appPlugin
  .getExtension('component:app/core-page-layout')
  .override({
    *factory(originalFactory) {
      const original = originalFactory().get(componentDataRef);
      yield componentDataRef({
        ref: original.ref,
        loader: async () => {
          const Layout: ComponentType<PageLayoutProps> =
            await original.loader();
          return (props: PageLayoutProps) => (
            <>
              {props.title && <TabTitle title={props.title} />}
              <Layout {...props} />
            </>
          );
        },
      });
    },
  });

/** Names each page in the tab of the browser. */
export const titlesModule = createFrontendModule({
  pluginId: 'app',
  extensions: [pageLayout],
});
