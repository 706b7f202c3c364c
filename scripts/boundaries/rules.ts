import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'

// Who may import whom (docs/adr, architecture): what is not listed here is forbidden.
const ALL = ['domain', 'rulepacks', 'formats', 'db', 'services', 'auth', 'api', 'runtime', 'ui', 'lobby']

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ui: [],
  rulepacks: ['domain'],
  formats: ['domain'],
  db: ['domain'],
  services: ['domain', 'rulepacks', 'formats', 'db'],
  auth: ['domain', 'db'],
  // Of `api` types alone: see below.
  lobby: ['domain', 'ui', 'api'],
  // Of `auth` types alone: see below.
  api: ['domain', 'services', 'auth'],
  runtime: ['domain', 'rulepacks', 'formats', 'db', 'services', 'auth'],
}

// Where a checkout or a fixture of one begins.
const ROOT = '^(?:scripts/boundaries/fixtures/forbidden/)?'
const SERVER = `${ROOT}apps/(?:web|admin)/(?:src/server/)`
// A test may build its world from the packages below it, and read what it is to be checked against.
const TESTS = '\\.test\\.tsx?$|/testing/'

const packagesBut = (allowed: readonly string[]): string =>
  `^packages/(?:${ALL.filter((name) => !allowed.includes(name)).join('|')})/`

const packageRules: readonly IForbiddenRuleType[] = Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
  name: `${name}-imports`,
  comment: `packages/${name} may import ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `${ROOT}packages/${name}/` },
  to: { path: packagesBut([...allowed, name]) },
}))

export const forbidden: IForbiddenRuleType[] = [
  ...packageRules,
  {
    name: 'api-auth-types-only',
    comment: 'api knows sessions by type alone',
    severity: 'error',
    from: { path: `${ROOT}packages/api/`, pathNot: TESTS },
    to: { path: '^packages/auth/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'lobby-api-types-only',
    comment: 'the lobby knows the calls of both apps by type alone',
    severity: 'error',
    from: { path: `${ROOT}packages/lobby/`, pathNot: TESTS },
    to: { path: '^packages/api/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'app-pages-imports',
    comment: 'outside src/server an app imports domain, ui, lobby and types of api alone',
    severity: 'error',
    from: { path: `${ROOT}apps/(?:web|admin)/`, pathNot: [SERVER, TESTS] },
    to: { path: packagesBut(['domain', 'ui', 'lobby', 'api']) },
  },
  {
    name: 'app-pages-api-types-only',
    comment: 'outside src/server an app knows api by type alone',
    severity: 'error',
    from: { path: `${ROOT}apps/(?:web|admin)/`, pathNot: [SERVER, TESTS] },
    to: { path: '^packages/api/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'app-server-imports',
    comment: 'src/server composes api, auth, services and runtime; it reaches the database through them',
    severity: 'error',
    from: { path: SERVER, pathNot: TESTS },
    to: { path: '^packages/(?:db|rulepacks|formats)/' },
  },
  {
    name: 'worker-imports',
    severity: 'error',
    from: { path: `${ROOT}apps/worker/`, pathNot: TESTS },
    to: { path: packagesBut(['runtime', 'services']) },
  },
  {
    name: 'cli-imports',
    severity: 'error',
    from: { path: `${ROOT}apps/cli/`, pathNot: TESTS },
    to: { path: packagesBut(['domain', 'rulepacks', 'formats', 'runtime', 'services']) },
  },
  {
    name: 'packages-import-no-app',
    severity: 'error',
    from: { path: `${ROOT}packages/` },
    to: { path: '^apps/' },
  },
  {
    name: 'apps-import-no-other-app',
    severity: 'error',
    from: { path: `${ROOT}apps/([^/]+)/` },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'drizzle-in-db-alone',
    comment: 'the query builder is a dependency of db alone',
    severity: 'error',
    from: { path: `${ROOT}(?:packages/(?!db/)|apps/)` },
    to: { path: '(?:^|node_modules/)drizzle-orm(?:/|$)' },
  },
  {
    name: 'sign-in-library-in-auth-alone',
    severity: 'error',
    from: { path: `${ROOT}(?:packages/(?!auth/)|apps/)` },
    to: { path: 'node_modules/next-auth/' },
  },
  {
    name: 'domain-has-zod-alone',
    comment: 'the domain has no clock, no randomness, no IO, no framework',
    severity: 'error',
    from: { path: `${ROOT}packages/domain/`, pathNot: TESTS },
    to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer', 'npm-optional'], pathNot: 'node_modules/zod/' },
  },
  {
    name: 'no-circle',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved',
    severity: 'error',
    from: { pathNot: 'fixtures' },
    to: { couldNotResolve: true, pathNot: '^vitest|\\.css$|^@fontsource' },
  },
]

export const options: ICruiseOptions = {
  parser: 'swc',
  tsPreCompilationDeps: true,
  combinedDependencies: true,
  exclude: { path: '(^|/)(\\.next|node_modules/\\.cache)/' },
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    mainFields: ['module', 'main', 'types'],
  },
}
