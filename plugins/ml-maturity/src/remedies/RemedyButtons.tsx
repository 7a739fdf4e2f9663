import { ActionButton } from '@airworthy/plugin-ml-maturity-common';
import { ExternalLink } from '@airworthy/plugin-ml-models-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { RiEdit2Line, RiMagicLine } from '@remixicon/react';
import { templateRefOf } from '../hooks/useTemplates';
import { templateRouteRef } from '../routes';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';

interface Props {
  title: string;
  buttons: ActionButton[];
  /** Id of the text that says why answering is not allowed. */
  reasonId?: string;
}

/** The ways to mend a check, as buttons. */
export const RemedyButtons = ({ title, buttons, reasonId }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const templateLink = useRouteRef(templateRouteRef);
  const { capabilities, onAnswer, templates, results } = useMaturity();
  return (
    <>
      {buttons.map(button => {
        if (button.kind === 'answer') {
          const known = results.get(button.checkId)?.attestation;
          return (
            <Button
              key="answer"
              size="small"
              variant="secondary"
              iconStart={<RiEdit2Line aria-hidden />}
              isDisabled={!capabilities?.attest}
              aria-describedby={capabilities?.attest ? undefined : reasonId}
              aria-label={t('remedy.answerOf', { title })}
              onPress={() => onAnswer(button.checkId)}
            >
              {known ? t('remedy.answerAgain') : t('remedy.answer')}
            </Button>
          );
        }
        if (button.kind === 'template') {
          const ref = templateRefOf(button.template);
          // Without the template in the catalog the form would not open.
          if (!templateLink || !templates.has(ref)) return null;
          const { namespace, name } = parseEntityRef(ref);
          const query = new URLSearchParams({
            formData: JSON.stringify(button.values),
          });
          return (
            <ButtonLink
              key={ref}
              size="small"
              variant="secondary"
              iconStart={<RiMagicLine aria-hidden />}
              href={`${templateLink({
                namespace,
                templateName: name,
              })}?${query}`}
              aria-label={t('remedy.templateOf', { name, title })}
            >
              {t('remedy.template')}
            </ButtonLink>
          );
        }
        return (
          <ExternalLink key={button.url} href={button.url}>
            {button.title}
          </ExternalLink>
        );
      })}
    </>
  );
};
