import { ComponentProps, ElementType } from 'react';
import { IconComponent } from '@backstage/core-plugin-api';
import SvgIcon from '@material-ui/core/SvgIcon';
import { RiBrainLine, RiRocketLine } from '@remixicon/react';

// Places that show an entity size its icon the way of Material UI, by the font.
const sizedByFont = (icon: ElementType): IconComponent => {
  const Icon = (props: ComponentProps<IconComponent>) => (
    <SvgIcon component={icon} {...props} />
  );
  return Icon;
};

/** Icons of the kinds, for a portal that presents entities in a way of its own. @public */
export const mlModelKindIcons: Readonly<Record<string, IconComponent>> = {
  MlModel: sizedByFont(RiBrainLine),
  MlDeployment: sizedByFont(RiRocketLine),
};
