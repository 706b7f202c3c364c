'use client'

import { compareOutcomes } from '@gs/domain/planner'
import { Alert, Disclosure } from '@gs/ui'
import type { Judged } from './plan-model.ts'
import type { Course, DraftBody, Proposal } from './types.ts'
import type { PlanWords } from './use-plan-words.ts'

interface ProofProps {
  readonly body: DraftBody
  readonly judged: Judged
  /** Whether facts, rules or offers are others than those of the proposal. */
  readonly stale: boolean
  readonly courses: readonly Course[]
  readonly words: PlanWords
}

/** What is proven of the plan on the table, in words; what is missing where it leaves a cycle open, and what would help. */
export function Proof({ body, judged, stale, courses, words }: ProofProps) {
  const { t } = words
  const { proposal } = body
  if (!proposal) return null
  if (stale)
    return (
      <Alert tone="info" title={t('proof.staleTitle')}>
        {t('proof.stale')}
      </Alert>
    )
  const difference = compareOutcomes(body.minimise, judged.outcome, proposal.outcome)
  const open = judged.outcome.unmet > 0
  const tone = open ? 'warning' : difference === 0 ? 'success' : 'info'
  return (
    <Alert tone={tone} title={titleOf({ proposal, difference, open, words })}>
      <div className="space-y-2" data-testid="proof">
        {difference > 0 ? <p>{t('proof.changed')}</p> : <p>{sentenceOf(body, proposal, words)}</p>}
        {open ? <Missing judged={judged} words={words} /> : null}
        {open && difference === 0 ? <Relaxations proposal={proposal} courses={courses} words={words} /> : null}
        <Disclosure summary={t('proof.how')}>
          <ul className="mt-1 list-disc space-y-1 ps-5 text-sm">
            {linesOf(body, proposal, words).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="mt-2 text-muted text-sm">{t('proof.meaning')}</p>
        </Disclosure>
      </div>
    </Alert>
  )
}

function titleOf({
  proposal,
  difference,
  open,
  words: { t },
}: {
  proposal: Proposal
  difference: number
  open: boolean
  words: PlanWords
}): string {
  if (difference > 0) return t('proof.yours')
  if (open) return t(proposal.optimal ? 'proof.impossible' : 'proof.openUnproven')
  return t(proposal.optimal ? 'proof.optimal' : 'proof.unproven')
}

/** "No plan wastes less; this is the cheapest of those." */
function sentenceOf({ minimise }: DraftBody, { optimal, outcome, bound }: Proposal, { t }: PlanWords): string {
  const [first, second] = minimise.filter((aim) => aim !== 'unmet' || outcome.unmet > 0)
  if (!optimal || !first || !second) {
    const proven = minimise.filter((aim) => outcome[aim] === bound[aim])
    return t('proof.partly', { n: proven.length })
  }
  return t('proof.sentence', { first: t(`proof.none.${first}`), second: t(`proof.ofThose.${second}`) })
}

function linesOf({ minimise }: DraftBody, { outcome, bound }: Proposal, words: PlanWords): readonly string[] {
  const { t } = words
  const say = {
    unmet: (value: number) => t('proof.cycles', { n: value }),
    waste: words.waste,
    price: words.money,
    hours: words.hours,
  }
  let proven = true
  return minimise.map((aim, index) => {
    proven &&= outcome[aim] === bound[aim]
    const value = say[aim](outcome[aim])
    if (!proven) return t('proof.gap', { aim: t(`aims.${aim}`), value, bound: say[aim](bound[aim]) })
    return t(index === 0 ? 'proof.first' : 'proof.then', { claim: t(`proof.none.${aim}`), value })
  })
}

function Missing({ judged, words }: { judged: Judged; words: PlanWords }) {
  const { t } = words
  return (
    <ul className="list-disc space-y-1 ps-5">
      {judged.cycles
        .filter(({ renewable }) => !renewable)
        .map(({ id, holdingId, from, to, missing, needed }) => (
          <li key={id}>
            {t('missing.line', {
              name: words.name(holdingId),
              from: words.day(from),
              to: words.day(to),
              what:
                missing.length > 0
                  ? words.list(missing.map((code) => words.missing(code, holdingId, needed)))
                  : t('missing.noDay'),
            })}
          </li>
        ))}
    </ul>
  )
}

function Relaxations({
  proposal,
  courses,
  words,
}: {
  proposal: Proposal
  courses: readonly Course[]
  words: PlanWords
}) {
  const { t } = words
  if (proposal.relaxations.length === 0) return <p>{t('relax.none')}</p>
  return (
    <>
      <p className="font-medium">{t('relax.title')}</p>
      <ul className="list-disc space-y-1 ps-5">
        {proposal.relaxations.map((each) => (
          <li key={JSON.stringify(each)}>
            {each.kind === 'offer'
              ? t('relax.offer', {
                  course: courses.find(({ courseId }) => courseId === each.courseId)?.title ?? '',
                  from: words.day(each.from),
                  by: words.day(each.by),
                })
              : each.kind === 'pace'
                ? t('relax.pace', { hours: words.number(each.hoursPerWeek) })
                : t('relax.card', { card: words.card(each.type) })}
          </li>
        ))}
      </ul>
    </>
  )
}
