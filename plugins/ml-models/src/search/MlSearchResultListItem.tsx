import { ReactNode } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Badge, Link, Text } from '@backstage/ui';
import {
  IndexableDocument,
  ResultHighlight,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { taskTitle } from '@airworthy/plugin-ml-models-common';
import { snippet } from './snippet';
import classes from './MlSearchResultListItem.module.css';

/** A search document of a model or deployment, as the search module indexes it. */
export interface MlDocument extends IndexableDocument {
  kind?: string;
  namespace?: string;
  type?: string;
  lifecycle?: string;
  owner?: string;
  task?: string;
  framework?: string;
  environment?: string;
}

export interface MlSearchResultListItemProps {
  result?: MlDocument;
  highlight?: ResultHighlight;
  icon?: ReactNode;
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>
      <Text variant="body-small" color="secondary">
        {name}
      </Text>
    </dt>
    <dd>{children}</dd>
  </div>
);

/** A link to the owner, which the document may hold in any short form. */
const Owner = ({ result }: { result: MlDocument }) => {
  const { owner = '', namespace } = result;
  try {
    const ref = parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: namespace,
    });
    return <EntityRefLink entityRef={ref} defaultKind="group" hideIcon />;
  } catch {
    return <>{owner}</>;
  }
};

const KIND_NAMES: Record<string, string> = {
  mlmodel: 'Model',
  mldeployment: 'Deployment',
};

/** A model or deployment in the results of a search. */
export const MlSearchResultListItem = (props: MlSearchResultListItemProps) => {
  const { result, highlight, icon } = props;
  if (!result) return null;

  const marked = (field: string, text: string) =>
    highlight?.fields[field] ? (
      <HighlightedSearchResultText
        text={snippet(highlight.fields[field], highlight)}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      snippet(text)
    );
  const kind = result.kind?.toLocaleLowerCase('en-US') ?? '';
  const facts: [string, string | undefined][] = [
    ['Task', result.task && taskTitle(result.task)],
    ['Framework', result.framework],
    ['Environment', result.environment],
    ['Runtime', kind === 'mldeployment' ? result.type : undefined],
    ['Lifecycle', result.lifecycle],
  ];

  return (
    <div className={classes.item}>
      {icon && (
        <span className={classes.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <div className={classes.body}>
        <div className={classes.heading}>
          <Link href={result.location} variant="title-x-small" noTrack>
            {marked('title', result.title)}
          </Link>
          <Badge size="small">{KIND_NAMES[kind] ?? result.kind}</Badge>
        </div>
        <Text
          as="p"
          variant="body-medium"
          color="secondary"
          className={classes.text}
        >
          {marked('text', result.text)}
        </Text>
        <dl className={classes.facts}>
          {facts.map(([name, value]) =>
            value ? (
              <Fact key={name} name={name}>
                <Text variant="body-small">{value}</Text>
              </Fact>
            ) : null,
          )}
          {result.owner && (
            <Fact name="Owner">
              <Text variant="body-small">
                <Owner result={result} />
              </Text>
            </Fact>
          )}
        </dl>
      </div>
    </div>
  );
};
