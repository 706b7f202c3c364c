import { type PackSentence, packInWords, type Words } from '@gs/domain/rules'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import { headOf, type PackHead } from './pack-view.ts'
import { newestPacks } from './stored-pack.ts'

/** Why something is in doubt: nobody could confirm it, the product took it for true, a rule is unsure, a value is set. */
export const DOUBTS = ['unverified', 'assumption', 'low', 'demo'] as const
export type DoubtKind = (typeof DOUBTS)[number]

export interface Doubt {
  /** Unique in the list. */
  readonly id: string
  readonly kind: DoubtKind
  readonly pack: PackHead
  readonly text: Words
  /** Of a rule; empty for what no publication says. */
  readonly sources: PackSentence['sources']
}

export interface ListDoubts {
  readonly packId?: string | undefined
  readonly kind?: DoubtKind | undefined
}

export interface DoubtList {
  readonly rows: readonly Doubt[]
  /** Every published pack, for the filter. */
  readonly packs: readonly PackHead[]
}

/** What is in doubt in the newest version of each pack, so that it can be confirmed with the body, one by one. */
export async function listDoubts(ctx: ServiceContext, { packId, kind }: ListDoubts): Promise<DoubtList> {
  return read(ctx, reachFor(ctx, 'packs.read'), async (tx) => {
    const packs = await newestPacks(tx, ctx.actor.orgId)
    const rows = packs
      .filter(({ pack }) => packId === undefined || pack.id === packId)
      .flatMap((stored): Doubt[] => {
        const head = headOf(stored)
        const words = packInWords(stored.pack)
        const stated = (of: DoubtKind, texts: readonly Words[]): Doubt[] =>
          texts.map((text, i) => ({ id: `${head.packId}/${of}/${i}`, kind: of, pack: head, text, sources: [] }))
        const unsure = words.sections
          .flatMap(({ sentences }) => sentences)
          .filter(({ demo, confidence, primitive }) => primitive !== null && (demo || confidence === 'low'))
          .map(
            (rule): Doubt => ({
              id: `${head.packId}/rule/${rule.id}`,
              kind: rule.demo ? 'demo' : 'low',
              pack: head,
              text: rule.text,
              sources: rule.sources,
            }),
          )
        return [...stated('unverified', words.unverified), ...stated('assumption', words.assumptions), ...unsure]
      })
    return { rows: rows.filter((row) => kind === undefined || row.kind === kind), packs: packs.map(headOf) }
  })
}
