import type { AdminRouter } from '@gs/api'

type Caller = ReturnType<AdminRouter['createCaller']>

/** What a trainer has adopted and what waits for an answer. */
export type TrainerPlanSeen = Awaited<ReturnType<Caller['plans']['ofTrainer']>>
export type UnitPlans = Awaited<ReturnType<Caller['plans']['units']>>
export type UnitPlan = Awaited<ReturnType<Caller['plans']['unit']>>
