/** The shortest file that puts one into the catalog. */
export const EXAMPLES = {
  models: `apiVersion: airworthy.dev/v1alpha1
kind: MlModel
metadata:
  name: churn
  title: Customer churn
spec:
  type: tabular-classification
  lifecycle: experimental
  owner: group:default/my-team
  framework: xgboost`,
  deployments: `apiVersion: airworthy.dev/v1alpha1
kind: MlDeployment
metadata:
  name: churn-production
spec:
  type: kserve
  environment: production
  lifecycle: production
  owner: group:default/my-team
  model: mlmodel:default/churn`,
};
