import { parseArgs } from 'node:util'
import { runTool } from '@gs/runtime/tool'
import { type OrganisationPacks, publishLibrary, unpublishedPacks } from '@gs/services/packs'

const USAGE = 'Usage: npm run -s packs -- publish --org SLUG|all [--dry-run]\n'

export interface PublishOptions {
  /** The organisation's address part; `all` for every one. */
  readonly org: string
  readonly dryRun: boolean
}

/**
 * `packs publish`: publishes the rule packs that came with this version of the product. Says first what is new and how
 * many holdings a newer version concerns; `--dry-run` does no more.
 */
export async function runPublish(argv: readonly string[]): Promise<number> {
  const asked = publishOptions(argv)
  if (!asked) {
    process.stderr.write(USAGE)
    return 2
  }
  return runTool('packs', async (runtime) => {
    const all = await unpublishedPacks(runtime)
    const chosen = all.filter(({ slug }) => asked.org === 'all' || slug === asked.org)
    if (chosen.length === 0) {
      process.stderr.write(
        `There is no organisation ${asked.org}; there are: ${all.map(({ slug }) => slug).join(', ')}\n`,
      )
      return 1
    }
    for (const organisation of chosen) {
      for (const line of linesOf(organisation)) process.stdout.write(`${line}\n`)
      if (asked.dryRun || isComplete(organisation)) continue
      const { versions, cases, credentials } = await publishLibrary(runtime, organisation.orgId)
      process.stdout.write(
        `  published: ${versions.length} versions, ${cases} golden cases, ${credentials.length} credentials\n`,
      )
    }
    return 0
  })
}

/** What was asked for, or nothing where it cannot be done. */
export function publishOptions(argv: readonly string[]): PublishOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { org: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    })
    return values.org ? { org: values.org, dryRun: values['dry-run'] } : undefined
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
