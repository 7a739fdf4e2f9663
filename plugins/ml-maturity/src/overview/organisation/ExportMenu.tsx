import { useState } from 'react';
import { PortfolioFilter } from '@airworthy/plugin-ml-maturity-common';
import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { messageOf } from '../../answer/problems';
import { mlMaturityApiRef } from '../../api/mlMaturityApiRef';
import { download } from '../../assessment/download';
import { OverviewState } from '../state/overviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { ExportFormat, ExportList, readExport } from './readExport';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

interface Props {
  filter: PortfolioFilter;
  state: OverviewState;
  lists: readonly ExportList[];
}

/** What the page shows as a file. */
export const ExportMenu = ({ filter, state, lists }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const toasts = useApi(toastApiRef);
  const [busy, setBusy] = useState(false);

  const start = async (list: ExportList, format: ExportFormat) => {
    setBusy(true);
    try {
      const text = await readExport(api, { list, format, filter, state });
      download(text, `ml-maturity-${list}.${format}`, TYPES[format]);
    } catch (error) {
      toasts.post({
        title: t('export.failed'),
        description: messageOf(error),
        status: 'danger',
      });
    } finally {
      setBusy(false);
    }
  };

  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        isPending={busy}
        iconStart={<RiDownloadLine aria-hidden />}
      >
        {t('export.start')}
      </Button>
      <Menu aria-label={t('export.label')}>
        {lists.flatMap(list =>
          (['csv', 'json'] as const).map(format => (
            <MenuItem
              key={`${list}-${format}`}
              onAction={() => start(list, format)}
            >
              {t('export.as', {
                what: t(`export.${list}`),
                format: format.toLocaleUpperCase('en-GB'),
              })}
            </MenuItem>
          )),
        )}
      </Menu>
    </MenuTrigger>
  );
};
