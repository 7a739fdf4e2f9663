import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { SearchField } from '@backstage/ui';

const DELAY_MS = 300;

/** Properties of {@link SearchBox}. @public */
export interface SearchBoxProps {
  /** Says what is searched, to those who do not see the placeholder. */
  label: string;
  placeholder?: string;
  /** The term that is in force, usually that of the page's address. */
  value: string;
  /**
   * Called with the new term when the reader pauses. Replace the address rather
   * than adding a step to its history: half-typed words are no steps to go back
   * to.
   */
  onChange: (value: string) => void;
  className?: string;
  /** Most characters of a term; 200 without it. */
  maxLength?: number;
}

/** A search field that asks only when the reader pauses. @public */
export const SearchBox = (props: SearchBoxProps) => {
  const { label, placeholder, value, onChange, className } = props;
  const { maxLength = 200 } = props;
  const [text, setText] = useState(value);
  const known = useRef(value);

  // The address changed without this field: back button, cleared filters.
  useEffect(() => {
    if (value !== known.current) {
      known.current = value;
      setText(value);
    }
  }, [value]);

  useDebounce(
    () => {
      if (text !== known.current) {
        known.current = text;
        onChange(text);
      }
    },
    DELAY_MS,
    [text],
  );

  return (
    <SearchField
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={setText}
      size="small"
      className={className}
      maxLength={maxLength}
    />
  );
};
