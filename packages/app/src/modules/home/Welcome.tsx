import { Flex, Link, Text } from '@backstage/ui';

const WAYS_IN = [
  {
    href: '/ml-models',
    title: 'Find a model',
    text: 'Every model of the organisation: what it is for, who owns it, its versions and figures.',
  },
  {
    href: '/ml-models/deployments',
    title: 'See what serves',
    text: 'Every deployment: where it runs, which versions answer and how traffic is split.',
  },
  {
    href: '/catalog?filters[kind]=resource&filters[type]=dataset',
    title: 'Look at the data',
    text: 'The datasets that models are trained on, and what depends on them.',
  },
];

/** Three ways into the portal. */
export const Welcome = () => (
  <Flex direction="column" gap="4">
    {WAYS_IN.map(({ href, title, text }) => (
      <Flex key={href} direction="column" gap="1">
        <Link href={href} variant="body-large" weight="bold">
          {title}
        </Link>
        <Text color="secondary">{text}</Text>
      </Flex>
    ))}
  </Flex>
);
