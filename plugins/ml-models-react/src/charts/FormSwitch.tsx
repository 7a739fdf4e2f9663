import { ReactElement } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiLineChartLine, RiTableLine } from '@remixicon/react';

/** The two forms that figures are shown in. @public */
export type FigureForm = 'picture' | 'table';

/** Properties of {@link FormSwitch}. @public */
export interface FormSwitchProps {
  form: FigureForm;
  onChange: (form: FigureForm) => void;
  /** What the picture is called; `Chart` without it. */
  pictureLabel?: string;
  pictureIcon?: ReactElement;
}

/** Switches figures between a picture and a table. @public */
export const FormSwitch = (props: FormSwitchProps) => (
  <ToggleButtonGroup
    aria-label="Show as"
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[props.form]}
    onSelectionChange={keys =>
      props.onChange(keys.has('table') ? 'table' : 'picture')
    }
  >
    <ToggleButton
      id="picture"
      iconStart={props.pictureIcon ?? <RiLineChartLine aria-hidden />}
    >
      {props.pictureLabel ?? 'Chart'}
    </ToggleButton>
    <ToggleButton id="table" iconStart={<RiTableLine aria-hidden />}>
      Table
    </ToggleButton>
  </ToggleButtonGroup>
);
