import styles from './codeText.module.css';

/** A text in which backticks set names of fields apart. */
export const CodeText = ({ text }: { text: string }) => (
  <>
    {text.split('`').map((part, i) =>
      i % 2 === 1 ? (
        <code key={i} className={styles.code}>
          {part}
        </code>
      ) : (
        part
      ),
    )}
  </>
);
