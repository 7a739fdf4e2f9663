import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { download } from '../csv/download';
import { mlModelsReactTranslationRef } from '../translation';
import type { FigureFile } from './Figure';

/** Hands figures to the reader as a file. */
export const CsvButton = ({ fileName, text }: FigureFile) => {
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  return (
    <TooltipTrigger>
      <ButtonIcon
        variant="secondary"
        size="small"
        aria-label={t('chart.csv')}
        icon={<RiDownloadLine aria-hidden />}
        onPress={() => download(text(), `${fileName}.csv`)}
      />
      <Tooltip>{t('chart.csv')}</Tooltip>
    </TooltipTrigger>
  );
};
