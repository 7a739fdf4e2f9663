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
  /** Shows signs alone. */
  isCompact?: boolean;
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
      aria-label={props.pictureLabel ?? 'Chart'}
      iconStart={props.pictureIcon ?? <RiLineChartLine aria-hidden />}
    >
      {!props.isCompact && (props.pictureLabel ?? 'Chart')}
    </ToggleButton>
    <ToggleButton
      id="table"
      aria-label="Table"
      iconStart={<RiTableLine aria-hidden />}
    >
      {!props.isCompact && 'Table'}
    </ToggleButton>
  </ToggleButtonGroup>
);
