import { Fragment, useMemo } from 'react';
import { Content } from '@backstage/core-components';
import { CustomHomepageGrid } from '@backstage/plugin-home';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';

// Twelve columns wherever two widgets fit beside each other: with the
// defaults, a layout made for twelve breaks on a laptop's ten.
const COLUMNS = { xl: 12, lg: 12, md: 12, sm: 12, xs: 4, xxs: 2 };

/** The home page: a grid of widgets that everybody can arrange. */
export const HomeLayout = ({ widgets, defaultConfig }: HomePageLayoutProps) => {
  const config = useMemo(
    () =>
      defaultConfig?.map(({ column, row, ...item }) => ({
        ...item,
        x: column,
        y: row,
      })),
    [defaultConfig],
  );
  return (
    <Content>
      <CustomHomepageGrid config={config} cols={COLUMNS}>
        {widgets.map((widget, index) => (
          <Fragment key={widget.name ?? index}>{widget.component}</Fragment>
        ))}
      </CustomHomepageGrid>
    </Content>
  );
};
