import { useId } from 'react';
import { AttestationField } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityTranslationRef } from '../../translation';
import { FieldInputProps } from './FieldInput';
import styles from './fields.module.css';

type Props = FieldInputProps<
  Extract<AttestationField, { type: 'choice' }>,
  Record<string, string>
>;

/** One of several options for each of several items, as a table of radio buttons. */
export const ChoiceTable = (props: Props) => {
  const { field, value = {}, onChange, problem, isDisabled } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={field.description ? `${id}-about` : undefined}
      className={styles.choices}
      data-invalid={problem !== undefined}
    >
      <span id={`${id}-title`} className={styles.title}>
        {field.title}
        {field.required && (
          <span className={styles.required}> {t('answer.required')}</span>
        )}
      </span>
      {field.description && (
        <span id={`${id}-about`} className={styles.about}>
          {field.description}
        </span>
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {field.options.map(option => (
                <th key={option} scope="col">
                  {option}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {field.items?.map((item, i) => (
              <tr key={item} role="radiogroup" aria-label={item}>
                <th scope="row">{item}</th>
                {field.options.map(option => (
                  <td key={option}>
                    <label className={styles.cell}>
                      <input
                        type="radio"
                        name={`${id}-${i}`}
                        aria-label={`${item}: ${option}`}
                        checked={value[item] === option}
                        disabled={isDisabled}
                        onChange={() => onChange({ ...value, [item]: option })}
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
