import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Amount, type Day, parseAmount } from '../../kernel/index.ts'
import { type Award, type Card, type CompiledPack, compilePack, parsePack } from '../../rules/index.ts'
import { on } from '../../rules/testing/sample-pack.ts'
import type { HoldingEvent, HoldingFacts } from '../facts.ts'

const FOLDER = new URL('../../../../rulepacks/src/packs/', import.meta.url)
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))

const day = z.string().transform(on)
const amount = z.string().transform((text): Amount => {
  const parsed = parseAmount(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
})

const award = z
  .object({
    id: z.string(),
    date: day,
    type: z
      .enum(['course', 'petition', 'certification', 'presenting', 'speaking', 'committee', 'cpr-course', 'carry'])
      .default('course'),
    status: z.enum(['approved', 'pending', 'denied', 'revoked']).default('approved'),
    category: z.string().optional(),
    credits: amount.optional(),
    minutes: z.number().optional(),
    faceValue: z.object({ value: amount, unit: z.string() }).optional(),
    filedOn: day.optional(),
    approvedOn: day.optional(),
    deniedOn: day.optional(),
    revokedOn: day.optional(),
    courseId: z.string().optional(),
    topic: z.string().optional(),
    splitOf: z.string().optional(),
    usedIn: z.string().optional(),
    issuerOwn: z.boolean().optional(),
    providerApproval: z.object({ from: day, to: day }).optional(),
  })
  .transform(
    ({ date, type, status, category, credits, ...rest }): Award => ({
      ...rest,
      completedOn: date,
      kind: type,
      decision: status,
      category: category ?? null,
      credits: credits ?? null,
    }),
  )

const card = z.object({
  type: z.string(),
  issuer: z.string().nullable(),
  issuedOn: day,
  validThrough: day.nullable(),
  handsOn: z.boolean(),
})

const event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('renewed'),
    on: day,
    for: z.string().optional(),
    using: z.array(z.string()).optional(),
    late: z.boolean().optional(),
    credential: z.string().optional(),
  }),
  z.object({ type: z.literal('reinstated'), on: day, using: z.array(z.string()).optional() }),
  z.object({ type: z.literal('audit'), on: day, answerBy: day.optional(), unproven: z.array(z.string()) }),
])

const held = z.object({
  credential: z.string().optional(),
  issuedOn: day.optional(),
  cycleStart: day.optional(),
  expiresOn: day.optional(),
  required: amount.optional(),
  renewalNumber: z.number().optional(),
  extendedTo: day.optional(),
  deficitFromPreviousPeriod: amount.optional(),
  dutiesOpen: z.array(z.string()).optional(),
  flags: z.array(z.string()).optional(),
  licensedBy: z.string().optional(),
  alsoHolds: z.array(z.union([z.string(), z.object({ credential: z.string(), expiresOn: day })])).optional(),
  events: z.array(event).default([]),
})

const golden = z.object({
  id: z.string(),
  rulePack: z.string(),
  held,
  awards: z.array(award).default([]),
  prerequisites: z.array(card).default([]),
  asOf: day.optional(),
  packOverride: z.unknown().optional(),
  expected: z.record(z.string(), z.unknown()),
})

/** A golden case in the engine's own words. */
export interface Golden {
  readonly id: string
  readonly pack: CompiledPack
  readonly facts: HoldingFacts
  readonly asOf: Day
  readonly expected: Readonly<Record<string, unknown>>
}

function packOf(id: string): CompiledPack {
  const parsed = parsePack(json(`${id}.json`))
  if (!parsed.ok) throw new Error(id)
  return compilePack(parsed.value)
}

/** All packs of the product, prepared. */
export const allPacks = (): CompiledPack[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.cases.json'))
    .map((name) => packOf(name.slice(0, -'.json'.length)))

/** Every golden case of the packs of the product that needs neither an override nor a zone: those are the shell's. */
export function goldenCases(): Golden[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.cases.json'))
  return files.flatMap((name) => {
    const pack = packOf(name.slice(0, -'.cases.json'.length))
    return z
      .object({ cases: z.array(golden) })
      .parse(json(name))
      .cases.flatMap((each) => {
        if (each.asOf === undefined || each.packOverride !== undefined) return []
        const { dutiesOpen, alsoHolds, ...rest } = each.held
        const events: readonly HoldingEvent[] = rest.events
        const facts: HoldingFacts = {
          ...rest,
          events,
          awards: each.awards,
          cards: each.prerequisites satisfies readonly Card[],
          dutiesOpen: dutiesOpen?.map((text) => ({ duty: text.slice(0, -5), year: Number(text.slice(-4)) })),
          alsoHolds: alsoHolds?.map((other) =>
            typeof other === 'string' ? { credential: other, expiresOn: null } : other,
          ),
        }
        return [{ id: each.id, pack, facts, asOf: each.asOf, expected: each.expected }]
      })
  })
}
