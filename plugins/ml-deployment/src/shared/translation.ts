import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts that the tab, the card and the pages share. */
export const mlSharedTranslationRef = createTranslationRef({
  id: 'plugin.ml-deployment.shared',
  messages: {
    retry: 'Try again',
    loading: 'Loading',
    noTemplate:
      'The template {{ name }} is not in the catalog of this portal, so there is no form to open.',
    verdict: {
      promote: 'Promote',
      hold: 'Hold',
      'roll-back': 'Roll back',
    },
    state: {
      planned: 'Planned',
      progressing: 'Progressing',
      paused: 'Paused',
      completed: 'Completed',
      'rolled-back': 'Rolled back',
      unknown: 'State unknown',
    },
    diagram: {
      users: 'Users',
      groupA: 'Group A',
      groupB: 'Group B',
      old: 'Old version',
      next: 'New version',
      copy: 'copy of {{ share }}',
      idle: 'no users',
      absent: 'not running',
      nobody: 'Nobody answers.',
      noAnswer: 'no answer',
      part: 'a part, by chance',
      mixed:
        'Some requests go to the old version and some to the new one, by chance.',
      toOld: '{{ share }} of requests go to the old version',
      toNext: '{{ share }} of requests go to the new version',
      groupToOld: 'group A, {{ share }} of users, keeps the old version',
      groupToNext: 'group B, {{ share }} of users, keeps the new version',
      copied:
        'a copy of {{ share }} of requests goes to the new version, whose answers nobody sees',
      standsBy: '{{ version }} stands by without users',
      stopped: '{{ version }} is not running',
    },
  },
});
