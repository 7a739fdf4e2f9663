import { useMemo, useState } from 'react';
import {
  CheckCoverage,
  RubricDetail,
} from '@airworthy/plugin-ml-maturity-common';
import { SearchBox } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text } from '@backstage/ui';
import { StateLabel } from '../../../status/StateLabel';
import { OverviewState } from '../../state/overviewState';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { BAR_PARTS } from './CoverageBar';
import { CoverageItem } from './CoverageItem';
import styles from '../rubric.module.css';

const ANY = '';

interface Props {
  detail: RubricDetail;
  state: OverviewState;
}

/** The checks of a rubric with how the models do in each. */
export const CoverageList = ({ detail, state }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { rubric, coverage, models } = detail;
  const [text, setText] = useState('');
  const [level, setLevel] = useState(ANY);
  const [category, setCategory] = useState(ANY);
  const [phase, setPhase] = useState(ANY);
  const byCheck = useMemo(
    () => new Map(coverage.map(item => [item.checkId, item])),
    [coverage],
  );
  const searched = text.trim().toLocaleLowerCase('en-GB');
  const shown = rubric.checks.filter(
    check =>
      (level === ANY || String(check.level) === level) &&
      (category === ANY || check.category === category) &&
      (phase === ANY || check.phase === phase) &&
      `${check.id} ${check.title} ${check.why}`
        .toLocaleLowerCase('en-GB')
        .includes(searched),
  );
  const any = { value: ANY, label: t('rubric.any') };
  const clear = () => {
    setText('');
    setLevel(ANY);
    setCategory(ANY);
    setPhase(ANY);
  };

  return (
    <div className={styles.column}>
      <div className={styles.toolbar}>
        <SearchBox
          label={t('rubric.search')}
          placeholder={t('rubric.search')}
          value={text}
          onChange={setText}
          className={styles.search}
        />
        <Select
          label={t('rubric.level')}
          options={[
            any,
            ...rubric.levels.map(item => ({
              value: String(item.level),
              label: t('summary.levelTitled', {
                level: String(item.level),
                title: item.title,
              }),
            })),
          ]}
          value={level}
          onChange={key => setLevel(String(key ?? ANY))}
        />
        <Select
          label={t('rubric.category')}
          options={[
            any,
            ...rubric.categories.map(({ id, title }) => ({
              value: id,
              label: title,
            })),
          ]}
          value={category}
          onChange={key => setCategory(String(key ?? ANY))}
        />
        <Select
          label={t('rubric.phase')}
          options={[
            any,
            ...rubric.phases.map(({ id, title }) => ({
              value: id,
              label: title,
            })),
          ]}
          value={phase}
          onChange={key => setPhase(String(key ?? ANY))}
        />
      </div>
      <div className={styles.legend}>
        <Text variant="body-small" color="secondary" aria-live="polite">
          {t('rubric.shown', {
            shown: String(shown.length),
            total: String(rubric.checks.length),
            models: String(models),
          })}
        </Text>
        <span className={styles.states}>
          {BAR_PARTS.map(status => (
            <StateLabel key={status} state={status} />
          ))}
        </span>
      </div>
      {shown.length === 0 && (
        <div>
          <Text as="p" color="secondary">
            {t('rubric.none')}
          </Text>
          <Button variant="tertiary" size="small" onPress={clear}>
            {t('rubric.clear')}
          </Button>
        </div>
      )}
      <ul className={styles.checks}>
        {shown.map(check => (
          <CoverageItem
            key={check.id}
            check={check}
            coverage={byCheck.get(check.id) as CheckCoverage | undefined}
            rubric={rubric}
            state={state}
          />
        ))}
      </ul>
    </div>
  );
};
