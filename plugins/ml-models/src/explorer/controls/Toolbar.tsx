import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ToggleButton } from '@backstage/ui';
import { RiDownloadLine, RiStarLine, RiUserLine } from '@remixicon/react';
import { mlModelsTranslationRef } from '../../translation';
import { ListDefinition } from '../query/definitions';
import { ExplorerState } from '../state/explorerState';
import { ChangeState } from '../state/useExplorerState';
import { ColumnMenu } from './ColumnMenu';
import { SearchBox } from './SearchBox';
import styles from './controls.module.css';

interface Props {
  definition: ListDefinition;
  state: ExplorerState;
  change: ChangeState;
  columns: readonly { id: string; label: string }[];
  hidden: string[];
  onHide: (hidden: string[]) => void;
  isExporting: boolean;
  onExport: () => void;
}

/** Search, the reader's own, columns and export. */
export const Toolbar = (props: Props) => {
  const { definition, state, change } = props;
  const { t } = useTranslationRef(mlModelsTranslationRef);
  return (
    <div className={styles.toolbar}>
      <SearchBox
        label={t('search.label')}
        placeholder={t(`search.${definition.id}`)}
        value={state.search}
        // Half-typed words are no steps to go back to.
        onChange={search => change({ search }, { replace: true })}
        className={styles.search}
      />
      <ToggleButton
        isSelected={state.mine}
        onChange={mine => change({ mine })}
        iconStart={<RiUserLine aria-hidden />}
      >
        {t('filter.mine')}
      </ToggleButton>
      <ToggleButton
        isSelected={state.starred}
        onChange={starred => change({ starred })}
        iconStart={<RiStarLine aria-hidden />}
      >
        {t('filter.starred')}
      </ToggleButton>
      <div className={styles.spacer} />
      <ColumnMenu
        columns={props.columns}
        hidden={props.hidden}
        onChange={props.onHide}
      />
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isDisabled={props.isExporting}
        onPress={props.onExport}
      >
        {t('export.start')}
      </Button>
    </div>
  );
};
