import { useId } from 'react';
import { formatPercent } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, NumberField, Text } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { mlFieldsTranslationRef } from '../translation';
import { stepProblems } from './stepProblems';
import styles from './trafficSteps.module.css';

interface Props {
  steps: readonly number[];
  onChange: (steps: number[]) => void;
  isDisabled?: boolean;
}

/** The steps as a table that can be changed. */
export const StepTable = ({ steps, onChange, isDisabled }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const id = useId();
  const problems = stepProblems(steps);
  const problemText = (i: number) => {
    switch (problems[i]) {
      case 'range':
        return t('steps.range');
      case 'above':
        return t('steps.above', { before: String(steps[i - 1]) });
      case 'last':
        return t('steps.last');
      default:
        return undefined;
    }
  };
  const moreThanBefore = (i: number) => {
    const more = steps[i] - (steps[i - 1] ?? 0);
    return Number.isFinite(more) && more > 0 ? `+${formatPercent(more)}` : '–';
  };

  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('steps.step')}</th>
          <th scope="col">{t('steps.share')}</th>
          <th scope="col">{t('steps.more')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {steps.map((step, i) => {
          const problem = problemText(i);
          return (
            // Steps have nothing but their place to tell them apart.
            // eslint-disable-next-line react/no-array-index-key
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              <td>
                <NumberField
                  className={styles.input}
                  aria-label={t('steps.shareOf', { step: String(i + 1) })}
                  aria-describedby={problem && `${id}-${i}`}
                  value={step}
                  minValue={1}
                  maxValue={100}
                  formatOptions={{ maximumFractionDigits: 2 }}
                  isDisabled={isDisabled}
                  validationBehavior="aria"
                  isInvalid={problem !== undefined}
                  onChange={share =>
                    onChange(steps.map((old, j) => (j === i ? share : old)))
                  }
                />
                {problem && (
                  <Text
                    as="div"
                    variant="body-small"
                    color="danger"
                    id={`${id}-${i}`}
                  >
                    {problem}
                  </Text>
                )}
              </td>
              <td>{moreThanBefore(i)}</td>
              <td className={styles.remove}>
                <ButtonIcon
                  size="small"
                  variant="tertiary"
                  icon={<RiDeleteBinLine />}
                  aria-label={t('steps.remove', { step: String(i + 1) })}
                  isDisabled={isDisabled || steps.length === 1}
                  onPress={() => onChange(steps.filter((_, j) => j !== i))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
