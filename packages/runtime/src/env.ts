import { isAbsolute, resolve } from 'node:path'
import { type Day, err, ok, parseDay, type Result } from '@gs/domain'
import { z } from 'zod'

/** What the operator set, checked. Everything else of the product takes these values, never the environment itself. */
export interface Env {
  readonly portWeb: number
  readonly portAdmin: number
  /** Absolute. */
  readonly dataDir: string
  /** Public address of the portal, without a slash at the end. */
  readonly urlWeb: string
  /** Public address of the console, without a slash at the end. */
  readonly urlAdmin: string
  /** The owner's connection to an operator's own PostgreSQL; nothing: the embedded one. */
  readonly databaseUrl: string | undefined
  /** The connection of the role that owns nothing. `start` gives it to its children. */
  readonly databaseAppUrl: string | undefined
  readonly filesUrl: string | undefined
  readonly authSecret: string | undefined
  readonly smtpUrl: string | undefined
  readonly seed: 'demo' | 'none'
  /** A fixed civil day for demos and tests. */
  readonly today: Day | undefined
  readonly demoPassword: string | undefined
  readonly limits: boolean
  /** How many proxies in front are trusted to have written `X-Forwarded-For` and `-Proto`. */
  readonly trustProxy: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** One variable that cannot be used, and why, in words for the operator. */
export interface EnvFault {
  readonly variable: string
  readonly message: string
}

const port = (standard: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .refine((n) => n >= 1 && n <= 65_535, 'must be a port between 1 and 65535')
    .default(standard)

const address = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => protocols.includes(protocolOf(text)), `must look like ${example}`)

const protocolOf = (text: string): string => (URL.canParse(text) ? new URL(text).protocol : '')

const database = address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/name')
const site = address(['http:', 'https:'], 'https://learn.example.org')
  .refine((text) => !URL.canParse(text) || new URL(text).pathname === '/', 'must be an origin without a path')
  .transform((text) => (URL.canParse(text) ? new URL(text).origin : text))

const Variables = z.object({
  PORT_WEB: port(3000),
  PORT_ADMIN: port(3001),
  DATA_DIR: z.string().default('.data'),
  URL_WEB: site.optional(),
  URL_ADMIN: site.optional(),
  DATABASE_URL: database.optional(),
  DATABASE_APP_URL: database.optional(),
  FILES_URL: address(['file:'], 'file:///srv/good-standing/files').optional(),
  AUTH_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org').optional(),
  GS_SEED: z.enum(['demo', 'none'], 'must be demo or none').optional(),
  GS_TODAY: z.string().transform(toDay).optional(),
  GS_DEMO_PASSWORD: z
    .string()
    .min(8, 'must be at least 8 characters')
    .max(200, 'must be at most 200 characters')
    .optional(),
  GS_LIMITS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  TRUST_PROXY: z.string().regex(/^\d$/, 'must be the number of proxies in front (0 to 9)').transform(Number).default(0),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
})

function toDay(text: string, context: z.RefinementCtx): Day {
  const day = parseDay(text)
  if (day.ok) return day.value
  context.addIssue({ code: 'custom', message: 'must be a day that exists, as YYYY-MM-DD' })
  return z.NEVER
}

/**
 * Reads the settings. An empty variable counts as not set. Errors: every wrong variable once, with what it should be.
 * Relative folders are taken from `root`, the checkout.
 */
export function readEnv(
  variables: Readonly<Record<string, string | undefined>>,
  root: string = process.cwd(),
): Result<Env, readonly EnvFault[]> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Variables.safeParse(given)
  if (!parsed.success) return err(faultsOf(parsed.error))
  const env = toEnv(parsed.data, root)
  const faults = contradictions(env)
  return faults.length > 0 ? err(faults) : ok(env)
}

function faultsOf(error: z.ZodError): readonly EnvFault[] {
  const first = new Map<string, string>()
  for (const issue of error.issues) {
    const variable = String(issue.path[0])
    if (!first.has(variable)) first.set(variable, issue.message)
  }
  return [...first].map(([variable, message]) => ({ variable, message }))
}

function toEnv(values: z.infer<typeof Variables>, root: string): Env {
  return {
    portWeb: values.PORT_WEB,
    portAdmin: values.PORT_ADMIN,
    dataDir: isAbsolute(values.DATA_DIR) ? values.DATA_DIR : resolve(root, values.DATA_DIR),
    urlWeb: values.URL_WEB ?? `http://localhost:${values.PORT_WEB}`,
    urlAdmin: values.URL_ADMIN ?? `http://localhost:${values.PORT_ADMIN}`,
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL,
    filesUrl: values.FILES_URL,
    authSecret: values.AUTH_SECRET,
    smtpUrl: values.SMTP_URL,
    seed: values.GS_SEED ?? (values.DATABASE_URL ? 'none' : 'demo'),
    today: values.GS_TODAY,
    demoPassword: values.GS_DEMO_PASSWORD,
    limits: values.GS_LIMITS === 'on',
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
  }
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether the address leads to this machine alone. */
export const isLoopback = (url: string): boolean => LOOPBACK.has(new URL(url).hostname)

const plainOutside = (url: string): boolean => url.startsWith('http:') && !isLoopback(url)

function contradictions(env: Env): readonly EnvFault[] {
  const demo = env.seed === 'demo'
  const rules: readonly (EnvFault & { readonly broken: boolean })[] = [
    { variable: 'PORT_ADMIN', message: 'must differ from PORT_WEB', broken: env.portAdmin === env.portWeb },
    {
      variable: 'GS_TODAY',
      message: 'fixes the day for demos and is refused without GS_SEED=demo',
      broken: env.today !== undefined && !demo,
    },
    {
      variable: 'GS_LIMITS',
      message: 'off is for demos and is refused without GS_SEED=demo',
      broken: !env.limits && !demo,
    },
    { variable: 'URL_WEB', message: 'must be https outside a demo', broken: !demo && plainOutside(env.urlWeb) },
    { variable: 'URL_ADMIN', message: 'must be https outside a demo', broken: !demo && plainOutside(env.urlAdmin) },
  ]
  return rules.filter((rule) => rule.broken).map(({ variable, message }) => ({ variable, message }))
}
