import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-proxy-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// Catalog, with the kinds of machine-learning models and deployments
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@airworthy/plugin-catalog-backend-module-ml-models'));
// Models of MLflow, where app-config names a registry
backend.add(import('@airworthy/plugin-catalog-backend-module-mlflow'));
backend.add(import('@airworthy/plugin-catalog-backend-module-ml-workspaces'));

// Shows entities that were never valid, with what is wrong with them
backend.add(import('@backstage/plugin-catalog-backend-module-unprocessed'));

// Maturity: rubrics, scorecards, attestations
backend.add(import('@airworthy/plugin-ml-maturity-backend'));
backend.add(
  import('@airworthy/plugin-ml-maturity-backend-module-ml-monitoring'),
);
backend.add(
  import('@airworthy/plugin-ml-maturity-backend-module-ml-deployment'),
);
// The past of the example organisation
backend.add(import('@airworthy-examples/maturity-history'));

// Monitoring: status and health of deployments
backend.add(import('@airworthy/plugin-ml-monitoring-backend'));
backend.add(import('@airworthy/plugin-ml-monitoring-backend-module-duckdb'));
backend.add(
  import('@airworthy/plugin-ml-monitoring-backend-module-prometheus'),
);

// Deployment: strategies, advice, plans, manifests, reviews and decisions
backend.add(import('@airworthy/plugin-ml-deployment-backend'));

// Search, where models are found by what their model card says
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@airworthy/plugin-search-backend-module-ml-models'));

// Software templates
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@airworthy/plugin-scaffolder-backend-module-ml-maturity'));

backend.add(
  import('@airworthy/plugin-scaffolder-backend-module-ml-deployment'),
);

// Notifications
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

// Actions for assistants
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.start();
