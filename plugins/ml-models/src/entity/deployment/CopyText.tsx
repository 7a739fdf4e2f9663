import { useEffect, useState } from 'react';
import { ButtonIcon, Text, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import styles from './deployment.module.css';

const SHOWN_MS = 2_000;

interface CopyTextProps {
  text: string;
  /** What the button is for, such as `Copy endpoint`. */
  label: string;
}

/** A text to take elsewhere, with a button that copies it. */
export const CopyText = ({ text, label }: CopyTextProps) => {
  const [{ error }, copy] = useCopyToClipboard();
  const [pressed, setPressed] = useState(0);
  useEffect(() => {
    if (!pressed) return undefined;
    const timer = setTimeout(() => setPressed(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [pressed]);
  const copied = pressed > 0 && !error;
  return (
    <span className={styles.copy}>
      <code className={styles.code}>{text}</code>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={label}
        icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={() => {
          copy(text);
          setPressed(count => count + 1);
        }}
      />
      <VisuallyHidden role="status">{copied ? 'Copied' : ''}</VisuallyHidden>
      {pressed > 0 && error && (
        <Text variant="body-small" color="danger">
          Could not copy
        </Text>
      )}
    </span>
  );
};
