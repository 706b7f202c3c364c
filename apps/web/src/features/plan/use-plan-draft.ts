'use client'

import type { Aim } from '@gs/domain/planner'
import { reasonOf } from '@gs/lobby/forms'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import type { Wishes } from './plan-model.ts'
import type { DraftBody, PlanPage } from './types.ts'

export interface Order {
  readonly minimise: readonly Aim[]
  readonly cycles: number
}

export interface PlanDraft {
  readonly body: DraftBody | null
  readonly wishes: Wishes
  readonly order: Order
  readonly canUndo: boolean
  readonly state: 'saved' | 'saving' | 'planning'
  /** The code of what went wrong last. */
  readonly fault: string | null
  /** Shows a change at once without keeping it: a card on its way. */
  readonly show: (wishes: Wishes) => void
  /** Shows and keeps a change. */
  readonly keep: (wishes: Wishes) => void
  readonly plan: (order?: Partial<Order>) => void
  readonly undo: () => void
  readonly adopt: () => void
}

const NO_WISHES: Wishes = { choices: [], pinned: [], excluded: [] }
const wishesOf = (body: DraftBody | null): Wishes =>
  body ? { choices: body.choices, pinned: body.pinned, excluded: body.excluded } : NO_WISHES
const newKey = (): string => crypto.randomUUID()

/** The plan on the table: shown at once, kept on the server one change after the other, and every step can be taken back. */
export function usePlanDraft(page: PlanPage, defaults: Order): PlanDraft {
  const trpc = useTRPC()
  const router = useRouter()
  const [body, setBody] = useState(page.draft?.body ?? null)
  const [wishes, setWishes] = useState(() => wishesOf(page.draft?.body ?? null))
  const [past, setPast] = useState(page.draft?.past ?? 0)
  const [fault, setFault] = useState<string | null>(null)
  const [pending, setPending] = useState<'saving' | 'planning' | null>(null)
  const revision = useRef(page.draft?.revision ?? null)
  const tail = useRef<Promise<void>>(Promise.resolve())

  const propose = useMutation(trpc.plans.propose.mutationOptions())
  const change = useMutation(trpc.plans.change.mutationOptions())
  const goBack = useMutation(trpc.plans.undo.mutationOptions())
  const take = useMutation(trpc.plans.adopt.mutationOptions())

  // One call after the other: each stands on the revision that the one before it made.
  const inTurn = useCallback((kind: 'saving' | 'planning', work: () => Promise<void>) => {
    setPending(kind)
    setFault(null)
    const mine = tail.current.then(work).catch((error: object) => setFault(reasonOf(error)))
    tail.current = mine
    void mine.then(() => {
      if (tail.current === mine) setPending(null)
    })
  }, [])
  const accept = (kept: { readonly revision: number; readonly body: DraftBody }, step: number): void => {
    revision.current = kept.revision
    setBody(kept.body)
    setPast((before) => Math.max(0, before + step))
  }
  const order: Order = body ?? defaults

  const plan = (wanted: Partial<Order> = {}): void => {
    const { minimise, cycles } = { ...order, ...wanted }
    const { pinned, excluded } = wishes
    inTurn('planning', async () => {
      const had = revision.current === null ? 0 : 1
      const input = { key: newKey(), revision: revision.current, minimise: [...minimise], cycles }
      const kept = await propose.mutateAsync({ ...input, pinned: [...pinned], excluded: [...excluded] })
      accept(kept, had)
      setWishes(wishesOf(kept.body))
      if (kept.body.cycles !== order.cycles) router.refresh()
    })
  }
  // A page without a plan asks for one, once.
  const asked = useRef(false)
  const first = useRef(plan)
  useEffect(() => {
    if (asked.current || page.draft || page.courses.length === 0 || page.holdings.length === 0) return
    asked.current = true
    first.current()
  }, [page])

  return {
    body,
    wishes,
    order,
    canUndo: past > 0,
    state: pending ?? 'saved',
    fault,
    show: setWishes,
    keep: (next) => {
      setWishes(next)
      inTurn('saving', async () => {
        if (revision.current === null) return
        const { choices, pinned, excluded } = next
        const input = { key: newKey(), revision: revision.current }
        const kept = await change.mutateAsync({
          ...input,
          choices: [...choices],
          pinned: [...pinned],
          excluded: [...excluded],
        })
        accept(kept, 1)
      })
    },
    plan,
    undo: () =>
      inTurn('saving', async () => {
        if (revision.current === null) return
        const kept = await goBack.mutateAsync({ key: newKey(), revision: revision.current })
        accept(kept, -1)
        setWishes(wishesOf(kept.body))
      }),
    adopt: () =>
      inTurn('saving', async () => {
        if (revision.current === null) return
        await take.mutateAsync({ key: newKey(), revision: revision.current })
        revision.current += 1
        router.refresh()
      }),
  }
}
