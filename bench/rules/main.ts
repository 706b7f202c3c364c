import { evaluate, explain } from '@gs/domain/credentials'
import { report } from '../report.ts'
import { type Control, jsonRules, zen } from './controls.ts'
import { isSimple, type Member, population } from './population.ts'

const MILLISECONDS = 1500

/** Work a second of one core: processor time, so that a busy machine changes nothing. */
function rate(members: readonly Member[], work: (member: Member) => unknown): number {
  for (const member of members) work(member)
  const since = process.cpuUsage()
  let done = 0
  let spent = 0
  while (spent < MILLISECONDS) {
    for (const member of members) work(member)
    done += members.length
    const { user, system } = process.cpuUsage(since)
    spent = (user + system) / 1000
  }
  return Math.round((done / spent) * 1000)
}

async function controlRate(members: readonly Member[], control: Control): Promise<number> {
  for (const member of members) await control.ask(member)
  const since = process.cpuUsage()
  let done = 0
  let spent = 0
  while (spent < MILLISECONDS) {
    for (const member of members) await control.ask(member)
    done += members.length
    const { user, system } = process.cpuUsage(since)
    spent = (user + system) / 1000
  }
  return Math.round((done / spent) * 1000)
}

/** The time that one evaluation in a hundred exceeds, in milliseconds of wall time. */
function p99(members: readonly Member[]): number {
  const times: number[] = []
  for (let round = 0; round < 5; round++)
    for (const { pack, facts, asOf } of members) {
      const since = performance.now()
      evaluate(pack, facts, { asOf })
      times.push(performance.now() - since)
    }
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length * 0.99)] ?? 0
}

const stand = ({ pack, facts, asOf }: Member) => evaluate(pack, facts, { asOf })
const why = ({ pack, facts, asOf }: Member) => explain(pack, facts, { asOf })
const perSecond = (n: number) => `${n.toLocaleString('en')}/s`

const all = population()
const simple = all.filter(isSimple)
const one = all.filter(({ pack }) => pack.pack.id === 'nasm-cpt')

// Same facts, same question, before anything is timed: both controls must agree with a plain sum.
const controls = [zen(), jsonRules()]
for (const control of controls)
  for (const member of one) {
    const from = member.facts.issuedOn ?? 0
    const sum = member.facts.awards.reduce(
      (total, award) =>
        award.completedOn >= from && award.completedOn <= member.asOf ? total + (award.credits ?? 0) : total,
      0,
    )
    if ((await control.ask(member)) !== sum >= 2000) throw new Error(`${control.name} answers otherwise`)
  }

const plain = rate(simple, stand)
const traced = rate(simple, why)
const mixed = rate(all, stand)
const slow = p99(all)
const ours = rate(one, stand)
const zenRate = await controlRate(one, zen())
const jsonRate = await controlRate(one, jsonRules())

report('rules', [
  {
    work: `standings, simple packs (${simple.length} holdings)`,
    measured: perSecond(plain),
    control: '',
    bar: '≥ 100,000/s',
    met: plain >= 100_000,
  },
  {
    work: 'the same with the trace',
    measured: perSecond(traced),
    control: '',
    bar: '≥ 20,000/s',
    met: traced >= 20_000,
  },
  {
    work: `standings, all ${new Set(all.map(({ pack }) => pack)).size} packs (${all.length} holdings)`,
    measured: perSecond(mixed),
    control: '',
    bar: '≥ 20,000/s',
    met: mixed >= 20_000,
  },
  { work: 'one evaluation, 99 of 100', measured: `${slow.toFixed(3)} ms`, control: '', bar: '≤ 5 ms', met: slow <= 5 },
  {
    work: 'one pack, beside GoRules ZEN',
    measured: perSecond(ours),
    control: perSecond(zenRate),
    bar: '≥ 10 ×',
    met: ours >= 10 * zenRate,
  },
  {
    work: 'the same, beside json-rules-engine',
    measured: perSecond(ours),
    control: perSecond(jsonRate),
    bar: 'quoted',
    met: true,
  },
])
