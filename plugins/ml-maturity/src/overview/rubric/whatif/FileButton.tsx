import { useRef } from 'react';
import { RUBRIC_LIMITS } from '@airworthy/plugin-ml-maturity-common';
import { formatBytes } from '@airworthy/plugin-ml-models-react';
import { toError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiFileUploadLine } from '@remixicon/react';
import { mlMaturityOverviewTranslationRef } from '../../translation';

interface Props {
  label: string;
  onText: (text: string) => void;
  onProblem: (problem: string) => void;
}

/** Reads a text from a file of the reader's. */
export const FileButton = ({ label, onText, onProblem }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > RUBRIC_LIMITS.text) {
      onProblem(t('whatIf.tooLarge', { max: formatBytes(RUBRIC_LIMITS.text) }));
      return;
    }
    try {
      onText(await file.text());
    } catch (error) {
      onProblem(t('whatIf.unreadable', { message: toError(error).message }));
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json,text/yaml,application/yaml,application/json"
        aria-label={label}
        hidden
        onChange={event => {
          read(event.target.files?.[0]);
          // The same file may be chosen again after it was edited.
          event.target.value = '';
        }}
      />
      <Button
        variant="secondary"
        iconStart={<RiFileUploadLine aria-hidden />}
        onPress={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
};
