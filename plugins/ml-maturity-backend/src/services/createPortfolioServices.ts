import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { FactVocabulary } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import { Visibility } from '@airworthy/plugin-ml-models-node';
import { CampaignMembers } from '../campaigns/CampaignMembers';
import { CampaignPast } from '../campaigns/CampaignPast';
import { CampaignReader } from '../campaigns/CampaignReader';
import { CampaignRecorder } from '../campaigns/CampaignRecorder';
import { CampaignReminder } from '../campaigns/CampaignReminder';
import { CampaignService } from '../campaigns/CampaignService';
import { CampaignStore } from '../database/CampaignStore';
import { ExpiryStore } from '../database/ExpiryStore';
import { HistoryStore } from '../database/HistoryStore';
import { ReminderStore } from '../database/ReminderStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { KnowledgeReader } from '../evaluation/KnowledgeReader';
import { GateService } from '../gate/GateService';
import { OrganisationReader } from '../portfolio/OrganisationReader';
import { PortfolioIndex } from '../portfolio/PortfolioIndex';
import { PortfolioService } from '../portfolio/PortfolioService';
import { TrendReader } from '../portfolio/TrendReader';
import { RubricService } from '../rubrics/RubricService';
import { WhatIfService } from '../whatif/WhatIfService';

interface Options {
  db: Knex;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  notifications: NotificationService;
  vocabulary: FactVocabulary;
  rubrics: RubricService;
  evaluations: EvaluationService;
  knowledge: KnowledgeReader;
  visibility: Visibility;
  scorecards: ScorecardStore;
  history: HistoryStore;
  reminders: ReminderStore;
}

/** Makes the services that look at many scorecards at once. */
export function createPortfolioServices(options: Options) {
  const index = new PortfolioIndex(options);
  const organisation = new OrganisationReader(options);
  const portfolio = new PortfolioService({ ...options, index, organisation });
  const campaigns = new CampaignStore(options.db);
  const members = new CampaignMembers({ ...options, index });
  const common = { ...options, campaigns, members };
  const past = new CampaignPast(common);
  const campaignRecorder = new CampaignRecorder({ ...common, past });
  return {
    portfolio,
    trends: new TrendReader(options),
    expiries: new ExpiryStore(options.db),
    gate: new GateService(options),
    whatIf: new WhatIfService({ ...options, portfolio }),
    campaignRecorder,
    campaignReader: new CampaignReader({ ...common, organisation }),
    campaignReminder: new CampaignReminder(common),
    campaignService: new CampaignService({
      ...common,
      recorder: campaignRecorder,
    }),
  };
}
