import { parseArgs } from 'node:util'
import type { Fields } from '@gs/domain/cases'
import type { Pack } from '@gs/domain/rules'
import { runTool } from '@gs/runtime/tool'
import { Refusal } from '@gs/services'
import { type OrganisationPacks, publishLibrary, unpublishedPacks } from '@gs/services/packs'
import { publishVersion } from '@gs/services/rules'
import { checkFile } from '../standing/check.ts'
import type { Io } from '../standing/files.ts'

const USAGE = `Usage: npm run -s packs -- publish --org SLUG|all [--dry-run]
       npm run -s packs -- publish --org SLUG PACK.json
`

export interface PublishOptions {
  /** The organisation's address part; `all` for every one. */
  readonly org: string
  readonly dryRun: boolean
  /** A pack of one's own; absent: those that came with this version of the product. */
  readonly file?: string
}

/**
 * `packs publish`: publishes the rule packs that came with this version of the product, or one from a file. Says first
 * what is new and how many holdings a newer version concerns; `--dry-run` does no more. A file with a fault is not
 * published.
 */
export async function runPublish(argv: readonly string[], io: Io): Promise<number> {
  const asked = publishOptions(argv)
  if (!asked) {
    io.stderr.write(USAGE)
    return 2
  }
  const own = asked.file === undefined ? undefined : await packFrom(asked.file, io)
  if (own === null) return 1
  return runTool('packs', async (runtime) => {
    const all = await unpublishedPacks(runtime)
    const chosen = all.filter(({ slug }) => asked.org === 'all' || slug === asked.org)
    if (chosen.length === 0) {
      io.stderr.write(`There is no organisation ${asked.org}; there are: ${all.map(({ slug }) => slug).join(', ')}\n`)
      return 1
    }
    for (const organisation of chosen) {
      if (own) {
        const { people } = await publishVersion(runtime, { ...own, orgId: organisation.orgId })
        io.stdout.write(
          `${organisation.slug}: ${own.pack.id} version ${own.pack.version} is published; it concerns ${people} people\n`,
        )
        continue
      }
      for (const line of linesOf(organisation)) io.stdout.write(`${line}\n`)
      if (asked.dryRun || isComplete(organisation)) continue
      const { versions, cases, credentials } = await publishLibrary(runtime, organisation.orgId)
      io.stdout.write(
        `  published: ${versions.length} versions, ${cases} golden cases, ${credentials.length} credentials\n`,
      )
    }
    return 0
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    io.stderr.write(`It is not published: ${REFUSED[error.code] ?? error.code}\n`)
    return 1
  })
}

const REFUSED: Readonly<Record<string, string>> = {
  'pack.version-not-newer': 'this version, or a later one, is published already; a correction is a new version',
}

/** A pack in order with its cases, or nothing after its faults were told. */
async function packFrom(file: string, io: Io): Promise<{ pack: Pack; cases: readonly Fields[] } | null> {
  const checked = await checkFile(file, io)
  if (typeof checked === 'string') {
    io.stderr.write(`${file}: ${checked}\n`)
    return null
  }
  const { pack, cases, faults } = checked
  for (const fault of faults) io.stderr.write(`${fault}\n`)
  return pack && faults.length === 0 ? { pack, cases } : null
}

/** What was asked for, or nothing where it cannot be done. */
export function publishOptions(argv: readonly string[]): PublishOptions | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { org: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    })
    const [file, ...rest] = positionals
    if (!values.org || rest.length > 0 || (file !== undefined && values['dry-run'])) return undefined
    return { org: values.org, dryRun: values['dry-run'], ...(file === undefined ? {} : { file }) }
  } catch {
    return undefined
  }
}

const isComplete = ({ unpublished, casesMissing, credentialsMissing }: OrganisationPacks): boolean =>
  unpublished.length === 0 && casesMissing === 0 && credentialsMissing.length === 0

/** What there is to publish, a line a pack. */
export function linesOf(organisation: OrganisationPacks): readonly string[] {
  const { name, slug, unpublished, casesMissing, credentialsMissing } = organisation
  const head = `${name} (${slug})`
  if (isComplete(organisation)) return [`${head}: has every pack of this version`]
  return [
    `${head}:`,
    ...unpublished.map(({ packId, version, isNew, holdings }) =>
      isNew
        ? `  ${packId} version ${version}: new`
        : `  ${packId} version ${version}: newer than what is published; ${holdings} holdings are recomputed`,
    ),
    ...(casesMissing > 0 ? [`  ${casesMissing} golden cases`] : []),
    ...(credentialsMissing.length > 0 ? [`  credentials: ${credentialsMissing.join(', ')}`] : []),
  ]
}
