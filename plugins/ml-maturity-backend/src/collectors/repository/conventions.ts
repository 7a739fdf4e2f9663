// How tools recognise their own files, by path from the repository's root.

const CODE =
  '(py|ipynb|ts|tsx|js|mjs|cjs|java|kt|scala|go|rs|r|R|jl|cpp|cc|cs|rb)';

/** Source files, notebooks among them. */
export const SOURCE = new RegExp(`\\.${CODE}$`, 'i');
export const NOTEBOOK = /\.ipynb$/i;
/** Folders that hold other people's code or what a tool wrote. */
export const NOT_OURS =
  /(^|\/)(node_modules|vendor|third_party|\.venv|venv|site-packages|dist|build|\.ipynb_checkpoints|\.yarn)\//;

export const README = /^(docs\/)?readme(\.(md|rst|txt|adoc|org))?$/i;
export const CODE_OWNERS = /^(\.github\/|\.gitlab\/|docs\/)?CODEOWNERS$/;

export const TEST = new RegExp(
  [
    // pytest, go test, JUnit, Jest and RSpec by the file's name
    '(^|/)test_[^/]+\\.py$',
    '_test\\.(py|go)$',
    '(Test|Tests|IT|Spec)\\.(java|kt|scala|cs)$',
    '\\.(test|spec)\\.(ts|tsx|js|jsx|mjs|cjs)$',
    '_spec\\.rb$',
    // anything in a folder for tests
    `(^|/)(tests?|__tests__|testthat)/.+\\.${CODE}$`,
  ].join('|'),
);
export const INTEGRATION_TEST = new RegExp(
  `(^|/)(integration|integration[-_]tests?|e2e|end[-_]to[-_]end|system[-_]tests?)(/.*)?[^/]*\\.${CODE}$|(^|/|[-_.])(integration|e2e)([-_.]|$)[^/]*\\.${CODE}$`,
  'i',
);

/** CI systems by the files that configure them. */
export const CI_SYSTEMS: readonly (readonly [name: string, file: RegExp])[] = [
  ['github-actions', /^\.github\/workflows\/[^/]+\.ya?ml$/],
  ['gitlab-ci', /^(\.gitlab-ci\.ya?ml|\.gitlab\/ci\/.+\.ya?ml)$/],
  ['jenkins', /^(.*\/)?Jenkinsfile(\.[\w-]+)?$/],
  [
    'azure-pipelines',
    /^\.?azure-pipelines(\.[\w-]+)?\.ya?ml$|^\.azure-pipelines\/.+\.ya?ml$/,
  ],
  ['circleci', /^\.circleci\/config\.ya?ml$/],
  ['bitbucket-pipelines', /^bitbucket-pipelines\.ya?ml$/],
  ['buildkite', /^\.buildkite\/.+\.ya?ml$/],
  ['tekton', /^\.tekton\/.+\.ya?ml$/],
  ['google-cloud-build', /^cloudbuild(\.[\w-]+)?\.(ya?ml|json)$/],
  ['aws-codebuild', /^buildspec(\.[\w-]+)?\.ya?ml$/],
  ['drone', /^\.drone\.(ya?ml|jsonnet|star)$/],
  ['woodpecker', /^\.woodpecker(\/.+)?\.ya?ml$/],
  ['travis', /^\.travis\.ya?ml$/],
  ['semaphore', /^\.semaphore\/.+\.ya?ml$/],
  ['teamcity', /^\.teamcity\/.+\.(kts|xml)$/],
  ['concourse', /^(ci\/)?pipeline\.ya?ml$/],
];

/**
 * Words of a CI configuration that brings something to where it runs. To
 * publish the results of tests is no delivery, nor is a `--release` build.
 */
export const DELIVERY = new RegExp(
  [
    '\\b(re)?deploy\\w*',
    // publish, but neither publish-test-results nor PublishPipelineArtifact
    '\\bpublish(?![\\w-]*[-_ ]?(test|unit|result|report|coverage|artifact|build|pipeline))',
    '\\b(gh|semantic|create|action-gh)[- ]release|\\bgoreleaser\\b|\\brelease-please\\b|^\\s*release:',
    '\\bargocd\\b|\\bhelm (upgrade|install|push)\\b|\\bkubectl (apply|rollout|set)\\b|\\bkustomize\\b|\\bskaffold\\b',
    '\\bdocker(\\s+\\w+)? push\\b|\\bbuild-push-action\\b|\\btwine upload\\b',
    '\\bterraform apply\\b|\\bpulumi up\\b|\\bgcloud run\\b|\\bsagemaker\\b|\\bdatabricks bundle\\b|\\bkfp\\b|\\bvertex\\b',
  ].join('|'),
  'im',
);
/** Words of a CI configuration that runs integration tests. */
export const INTEGRATION_RUN =
  /\b(integration|e2e|end[-_ ]to[-_ ]end|smoke)[-_ ]?tests?\b/i;

export const LOCK_FILE =
  /(^|\/)(poetry\.lock|Pipfile\.lock|uv\.lock|pdm\.lock|pixi\.lock|conda-lock\.ya?ml|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|go\.sum|Cargo\.lock|gradle\.lockfile|renv\.lock|Gemfile\.lock|packages\.lock\.json)$/;
/** Python's requirements, a lock only if every line is pinned. */
export const REQUIREMENTS = /(^|\/)requirements[\w.-]*\.(txt|lock)$/;
export const PACKAGE =
  /(^|\/)(pyproject\.toml|setup\.(py|cfg)|package\.json|pom\.xml|build\.gradle(\.kts)?|Cargo\.toml|go\.mod|DESCRIPTION|Project\.toml|[^/]+\.csproj|build\.sbt)$/;
export const DATA_VERSIONING =
  /(^|\/)(\.dvc\/config|dvc\.(yaml|lock)|[^/]+\.dvc|_delta_log\/.+|\.lakefs_ref\.yaml|\.lakefs\/.+|lakectl\.ya?ml|_lakefs_actions\/.+)$/;

const isCi = (path: string) => CI_SYSTEMS.some(([, file]) => file.test(path));

/** Whether a file's text is needed, not its path alone. */
export const needsText = (path: string) =>
  isCi(path) || REQUIREMENTS.test(path);
