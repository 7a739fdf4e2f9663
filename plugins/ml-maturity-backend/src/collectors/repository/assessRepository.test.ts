import { assessRepository } from './assessRepository';

const files = (...paths: string[]) => paths.map(path => ({ path }));
const ci = (path: string, text: string) => [{ path, text }];

describe('assessRepository', () => {
  it('sees all that a well-kept Python repository has', () => {
    expect(
      assessRepository([
        ...files(
          'README.md',
          'CODEOWNERS',
          'pyproject.toml',
          'uv.lock',
          'src/train.py',
          'notebooks/look.ipynb',
          'tests/test_train.py',
          'tests/integration/test_all.py',
          'data/raw.csv.dvc',
        ),
        {
          path: '.github/workflows/ci.yml',
          text: 'jobs:\n  ship:\n    steps:\n      - run: docker push x',
        },
      ]),
    ).toEqual({
      known: true,
      readme: true,
      tests: true,
      integrationTests: true,
      ci: true,
      ciSystem: 'github-actions',
      deliversByCi: true,
      lockfile: true,
      packaged: true,
      notebookShare: 1 / 4,
      codeOwners: true,
      dataVersioning: true,
    });
  });

  it('claims nothing of an empty one', () => {
    expect(assessRepository([])).toEqual({
      known: true,
      readme: false,
      tests: false,
      integrationTests: false,
      ci: false,
      deliversByCi: false,
      lockfile: false,
      packaged: false,
      codeOwners: false,
      dataVersioning: false,
    });
  });

  it.each([
    ['github-actions', '.github/workflows/test.yaml'],
    ['gitlab-ci', '.gitlab-ci.yml'],
    ['jenkins', 'Jenkinsfile'],
    ['jenkins', 'ci/Jenkinsfile.release'],
    ['azure-pipelines', 'azure-pipelines.yml'],
    ['azure-pipelines', '.azure-pipelines/build.yml'],
    ['circleci', '.circleci/config.yml'],
    ['bitbucket-pipelines', 'bitbucket-pipelines.yml'],
    ['tekton', '.tekton/push.yaml'],
    ['drone', '.drone.yml'],
  ])('knows %s by %s', (system, path) => {
    expect(assessRepository(files(path))).toMatchObject({
      ci: true,
      ciSystem: system,
    });
  });

  it.each([
    ['.github/dependabot.yml'],
    ['docs/.github/workflows/ci.yml'],
    ['node_modules/x/.gitlab-ci.yml'],
    ['vendor/lib/Jenkinsfile'],
  ])('does not take %s for CI', path => {
    expect(assessRepository(files(path)).ci).toBe(false);
  });

  it.each([
    'test_model.py',
    'pkg/model_test.go',
    'src/main/ModelTest.java',
    'src/model.test.ts',
    'src/__tests__/model.js',
    'tests/testthat/test-model.R',
    'spec/model_spec.rb',
    'tests/conftest.py',
  ])('takes %s for a test', path => {
    expect(assessRepository(files(path)).tests).toBe(true);
  });

  it.each([
    'src/attest.py',
    'latest.py',
    'tests/data.csv',
    'docs/testing.md',
    '.venv/lib/test_x.py',
    'contest/run.py',
  ])('does not take %s for one', path => {
    expect(assessRepository(files(path)).tests).toBe(false);
  });

  it.each<[boolean, string]>([
    [true, 'numpy==1.26.4 \\\n  --hash=sha256:abc\npandas[all]==2.2.0 # why'],
    [true, '-r base.txt\nnumpy===1.26.4'],
    [false, 'numpy>=1.26'],
    [false, 'numpy==1.26.4\npandas'],
    [false, 'numpy==1.*'],
    [false, '# nothing\n'],
    [false, '-r base.txt'],
  ])('takes requirements for a lock: %s for %j', (lockfile, text) => {
    expect(
      assessRepository([{ path: 'requirements.txt', text }]).lockfile,
    ).toBe(lockfile);
  });

  it.each<[boolean, string]>([
    [true, 'script:\n  - kubectl apply -f deploy.yaml'],
    [true, '- uses: actions/deploy-pages@v4'],
    [true, '- run: npm publish'],
    [true, 'on:\n  release:\n    types: [published]'],
    [false, '- uses: EnricoMi/publish-unit-test-result-action@v2'],
    [false, '- task: PublishTestResults@2'],
    [false, '- task: PublishPipelineArtifact@1'],
    [false, '- run: cargo build --release'],
    [false, '# deploy later\n- run: pytest'],
    [false, '- run: pytest'],
  ])('sees that CI delivers: %s for %j', (delivers, text) => {
    expect(
      assessRepository(ci('.github/workflows/ci.yml', text)).deliversByCi,
    ).toBe(delivers);
  });

  it('judges a folder of a larger repository by its own code and the CI of all', () => {
    const all = [
      ...files(
        'README.md',
        'uv.lock',
        'CODEOWNERS',
        'other/tests/test_other.py',
        'other/package-lock.json',
        'models/delay/README.md',
        'models/delay/train.ipynb',
      ),
      { path: '.gitlab-ci.yml', text: 'script: pytest' },
    ];
    expect(assessRepository(all, 'models/delay')).toMatchObject({
      readme: true,
      tests: false,
      ci: true,
      codeOwners: true,
      lockfile: true,
      notebookShare: 1,
    });
    expect(
      assessRepository(files('other/uv.lock', 'models/x.py'), 'models'),
    ).toMatchObject({ lockfile: false, readme: false });
  });

  it('is not slowed down by hostile paths', () => {
    const start = performance.now();
    assessRepository(
      files(
        'a/'.repeat(20_000),
        `${'integration-'.repeat(5_000)}x`,
        `${'test_'.repeat(10_000)}.p`,
        `${'.'.repeat(50_000)}`,
      ),
    );
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
