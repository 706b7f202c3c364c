import type { TraceLine, Words } from '@gs/domain/rules'
import type { HoldingStanding } from './judge-holding.ts'

/** A step of the explanation, and the figure that it explains. */
export interface Reason extends TraceLine {
  readonly figure: 'counted' | 'missing' | 'dates'
}

/** Which rules speak, and how sure they are. */
export interface RulesView {
  readonly packId: string
  readonly version: number
  readonly sources: readonly { readonly title: string; readonly url: string | null; readonly asOf: string | null }[]
  readonly confidence: 'high' | 'medium' | 'low'
  readonly unverified: readonly Words[]
}

/** What a rule of this family explains. */
const FIGURE_OF: Readonly<Record<string, Reason['figure']>> = {
  term: 'dates',
  window: 'dates',
  lifecycle: 'dates',
  fee: 'dates',
  requirement: 'missing',
}

/** As `FIGURE_OF`, for the engine's own steps. */
const FIGURE_OF_STEP: Readonly<Record<string, Reason['figure']>> = {
  status: 'dates',
  'earn-by': 'dates',
  needed: 'missing',
  'stated-requirement': 'missing',
}

/** The explanation of a standing, each step at the figure that it explains. */
export function reasonsOf(judged: HoldingStanding): readonly Reason[] {
  const families = new Map(judged.pack.pack.rules.map(({ id, primitive }) => [id, primitive.split('/')[0] ?? '']))
  return judged.trace().map((line) => ({
    ...line,
    figure: FIGURE_OF[families.get(line.rule) ?? ''] ?? FIGURE_OF_STEP[line.rule] ?? 'counted',
  }))
}

/** Which version of which rules was asked, and what its publisher leaves open. */
export function rulesOf({ pack: { pack } }: HoldingStanding): RulesView {
  return {
    packId: pack.id,
    version: pack.version,
    sources: pack.sources.map(({ title, url, asOf }) => ({ title, url, asOf })),
    confidence: pack.confidence.level,
    unverified: pack.unverified,
  }
}
