import { ZenEngine } from '@gorules/zen-engine'
import { Engine } from 'json-rules-engine'
import type { Member } from './population.ts'

/** The nearest that a general rule engine says: is the total reached by awards inside the window? */
export interface Control {
  readonly name: string
  readonly ask: (member: Member) => Promise<boolean>
}

const REQUIRED = 2000

/** The facts of a holding as both controls take them. */
function plain({ facts, asOf }: Member) {
  return {
    awards: facts.awards.map((award) => ({ day: award.completedOn, credits: award.credits ?? 0 })),
    from: facts.issuedOn ?? 0,
    until: asOf,
    required: REQUIRED,
  }
}

/** GoRules ZEN: the sum as an expression of its decision graph. */
export function zen(): Control {
  const engine = new ZenEngine()
  const value = 'sum(map(filter(awards, #.day >= from and #.day <= until), #.credits)) >= required'
  const decision = engine.createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      {
        id: 'sum',
        name: 'sum',
        type: 'expressionNode',
        content: { expressions: [{ id: 'reached', key: 'reached', value }] },
      },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: '1', type: 'edge', sourceId: 'in', targetId: 'sum' },
      { id: '2', type: 'edge', sourceId: 'sum', targetId: 'out' },
    ],
  })
  return {
    name: '@gorules/zen-engine',
    ask: async (member) => {
      const { result } = await decision.evaluate(plain(member))
      return result.reached === true
    },
  }
}

/** json-rules-engine: a fact that adds up, and a condition on it. */
export function jsonRules(): Control {
  const engine = new Engine([
    {
      conditions: { all: [{ fact: 'earned', operator: 'greaterThanInclusive', value: REQUIRED }] },
      event: { type: 'reached' },
    },
  ])
  engine.addFact('earned', async (_params, almanac) => {
    const awards = await almanac.factValue<{ day: number; credits: number }[]>('awards')
    const from = await almanac.factValue<number>('from')
    const until = await almanac.factValue<number>('until')
    return awards.reduce((sum, award) => (award.day >= from && award.day <= until ? sum + award.credits : sum), 0)
  })
  return {
    name: 'json-rules-engine',
    ask: async (member) => (await engine.run(plain(member))).events.length > 0,
  }
}
