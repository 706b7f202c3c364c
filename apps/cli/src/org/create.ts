import { parseArgs } from 'node:util'
import { runTool } from '@gs/runtime/tool'
import { createOrganisation, INVITATION_DAYS, type NewOrganisation } from '@gs/services/organizations'

const USAGE = 'Usage: npm run -s org -- create --name NAME --admin EMAIL [--language en|es]\n'

const LONGEST_NAME = 100
/** One @ with something before it and a dotted name or a single host behind: the mail server judges the rest. */
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,255}$/

/** `org create`: makes an organisation and prints the one-time link by which its first administrator begins. */
export async function runCreate(argv: readonly string[]): Promise<number> {
  const asked = askedFor(argv)
  if (!asked) {
    process.stderr.write(USAGE)
    return 2
  }
  return runTool('org', async (runtime) => {
    const made = await createOrganisation(runtime, asked)
    process.stderr.write(
      `${asked.name} is made. The link works once, for ${INVITATION_DAYS} days, for ${asked.adminEmail}:\n`,
    )
    process.stdout.write(`${runtime.env.urlAdmin}${made.invitationPath}\n`)
    return 0
  })
}

/** What was asked for, or nothing where it cannot be done. */
export function askedFor(argv: readonly string[]): NewOrganisation | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { name: { type: 'string' }, admin: { type: 'string' }, language: { type: 'string', default: 'en' } },
    })
    const name = values.name?.trim() ?? ''
    const adminEmail = values.admin?.trim() ?? ''
    const { language } = values
    if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name) || !ADDRESS.test(adminEmail)) return undefined
    return language === 'en' || language === 'es' ? { name, adminEmail, locale: language } : undefined
  } catch {
    return undefined
  }
}
