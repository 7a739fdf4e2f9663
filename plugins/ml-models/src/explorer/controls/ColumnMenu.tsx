import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  MenuListBox,
  MenuListBoxItem,
  MenuTrigger,
} from '@backstage/ui';
import { RiLayoutColumnLine } from '@remixicon/react';
import { mlModelsTranslationRef } from '../../translation';

interface Props {
  columns: readonly { id: string; label: string }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
}

/** Chooses which columns are shown. */
export const ColumnMenu = ({ columns, hidden, onChange }: Props) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const shown = columns.map(({ id }) => id).filter(id => !hidden.includes(id));
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        iconStart={<RiLayoutColumnLine aria-hidden />}
      >
        {t('column.choose')}
      </Button>
      <MenuListBox
        aria-label={t('column.chooseLabel')}
        selectionMode="multiple"
        selectedKeys={shown}
        onSelectionChange={keys =>
          onChange(
            keys === 'all'
              ? []
              : columns.map(({ id }) => id).filter(id => !keys.has(id)),
          )
        }
      >
        {columns.map(({ id, label }) => (
          <MenuListBoxItem key={id} id={id} textValue={label}>
            {label}
          </MenuListBoxItem>
        ))}
      </MenuListBox>
    </MenuTrigger>
  );
};
