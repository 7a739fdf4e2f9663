import { ReactNode } from 'react';
import { formatTabState } from './tabState';
import { useMaturity } from './maturityContext';
import { TabLink } from './TabLink';

interface Props {
  checkId: string;
  children: ReactNode;
}

/** Leads to a check among all checks. */
export const CheckLink = ({ checkId, children }: Props) => {
  const { state } = useMaturity();
  return (
    <TabLink
      query={formatTabState({
        ...state,
        view: 'checks',
        check: checkId,
        filters: [],
        level: undefined,
        text: '',
      })}
    >
      {children}
    </TabLink>
  );
};
