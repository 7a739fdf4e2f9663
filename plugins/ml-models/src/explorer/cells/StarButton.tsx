import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useStarredEntity } from '@backstage/plugin-catalog-react';
import { ToggleButton } from '@backstage/ui';
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
    <ToggleButton
      isSelected={isStarredEntity}
      onChange={toggleStarredEntity}
      aria-label={t(isStarredEntity ? 'star.remove' : 'star.add', { name })}
      iconStart={<Icon aria-hidden />}
      className={styles.star}
    />
  );
};
