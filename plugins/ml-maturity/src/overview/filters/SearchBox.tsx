import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { SearchField } from '@backstage/ui';

const DELAY_MS = 300;

interface Props {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}

/** A search field that asks only when the reader pauses. */
export const SearchBox = (props: Props) => {
  const { label, placeholder, value, onChange, className } = props;
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
      maxLength={200}
    />
  );
};
