import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useStarredEntity } from '@backstage/plugin-catalog-react';
import { ButtonIcon } from '@backstage/ui';
import { RiStarFill, RiStarLine } from '@remixicon/react';
import { mlModelsTranslationRef } from '../../translation';
import styles from './cells.module.css';

interface Props {
  entityRef: string;
  name: string;
}

/** Stars an entity for the reader, as its own page does. */
export const StarButton = ({ entityRef, name }: Props) => {
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(entityRef);
  const Icon = isStarredEntity ? RiStarFill : RiStarLine;
  return (
    <ButtonIcon
      variant="tertiary"
      size="small"
      icon={<Icon aria-hidden />}
      onPress={toggleStarredEntity}
      aria-label={t(isStarredEntity ? 'star.remove' : 'star.add', { name })}
      className={styles.star}
    />
  );
};
