import { useState } from 'react';
import {
  Campaign,
  CampaignPromotion,
  Rubric,
  RubricProblem,
  formatRubricProblem,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  Text,
} from '@backstage/ui';
import { DateInput } from '../../../answer/fields/DateInput';
import { messageOf } from '../../../answer/problems';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { PromotionText } from './PromotionText';
import styles from '../campaigns.module.css';

const KEEP = '';

interface Props {
  campaign: Campaign;
  rubric?: Rubric;
  onClose: () => void;
}

/** Makes the change of the rubric by which a campaign's checks count for everybody. */
export const PromoteDialog = ({ campaign, rubric, onClose }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const [effectiveFrom, setEffectiveFrom] = useState<string>();
  const [level, setLevel] = useState(KEEP);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [problems, setProblems] = useState<RubricProblem[]>([]);
  const [promotion, setPromotion] = useState<CampaignPromotion | undefined>(
    campaign.promotion,
  );

  const promote = async () => {
    setBusy(true);
    setFailure(undefined);
    setProblems([]);
    try {
      const answer = await api.promoteCampaign(campaign.id, {
        ...(effectiveFrom ? { effectiveFrom } : {}),
        ...(level === KEEP ? {} : { level: Number(level) }),
      });
      if (answer.valid) {
        setPromotion(answer.promotion);
      } else {
        setPromotion(undefined);
        setProblems(answer.problems);
      }
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={open => !open && onClose()}
      width={680}
    >
      <DialogHeader>
        {t('campaign.promoteTitle', { title: campaign.title })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          <Text as="p">{t('campaign.promoteAbout')}</Text>
          <div className={styles.scope}>
            <DateInput
              label={t('campaign.effectiveFrom')}
              description={t('campaign.effectiveAbout')}
              value={effectiveFrom}
              onChange={setEffectiveFrom}
            />
            <Select
              label={t('campaign.promoteLevel')}
              options={[
                { value: KEEP, label: t('campaign.keepLevel') },
                ...(rubric?.levels ?? []).map(item => ({
                  value: String(item.level),
                  label: t('summary.levelTitled', {
                    level: String(item.level),
                    title: item.title,
                  }),
                })),
              ]}
              value={level}
              onChange={key => setLevel(String(key ?? KEEP))}
            />
          </div>
          {failure && (
            <Alert role="alert" status="danger" icon title={failure} />
          )}
          {problems.length > 0 && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('campaign.notValid')}
              description={
                <ul className={styles.wanted}>
                  {problems.map(problem => (
                    <li key={formatRubricProblem(problem)}>
                      {formatRubricProblem(problem)}
                    </li>
                  ))}
                </ul>
              }
            />
          )}
          {promotion && <PromotionText promotion={promotion} />}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('close')}
        </Button>
        <Button isPending={busy} onPress={promote}>
          {t('campaign.promoteNow')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
