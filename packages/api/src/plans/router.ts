import { type Amount, type PersonId, parseDay } from '@gs/domain'
import { AIMS } from '@gs/domain/planner'
import {
  adoptPlan,
  alternativePlan,
  answerProposal,
  cancelUnitPlan,
  changeDraft,
  listUnitPlans,
  planForTrainer,
  proposePlan,
  proposeToTrainer,
  readPlanPage,
  reflowPlan,
  resumeUnitPlan,
  saveSettings,
  showTrainerPlan,
  showUnitPlan,
  startUnitPlan,
  undoAdoption,
  undoChange,
} from '@gs/services/plans'
import { z } from 'zod'
import { civilDay, commandKey, id, ownProcedure, pageNumber, router, staffProcedure, words } from '../base/index.ts'

/** No catalogue is larger, and no plan longer. */
const MOST = 500
const personId = id.transform((value) => value as PersonId)
const revision = z.int().min(1)
const dayText = z.string().refine((text) => parseDay(text).ok, 'date.invalid')
const choices = z.array(z.strictObject({ courseId: id, day: dayText })).max(MOST)
const excluded = z.array(id).max(MOST)
const minimise = z
  .array(z.enum(['unmet', 'waste', 'price', 'hours']))
  .refine((aims) => AIMS.every((aim) => aims.includes(aim)) && aims.length === AIMS.length, 'aims.invalid')
const wanted = { minimise, cycles: z.int().min(1).max(4), pinned: choices, excluded }
const hours = z.int().transform((thousandths) => thousandths as Amount)
const days = z.int().min(0).max(365)

/** The caller's own plan. */
export const plansPortalRouter = router({
  page: ownProcedure.query(({ ctx }) => readPlanPage(ctx.service)),
  propose: ownProcedure
    .input(z.strictObject({ key: commandKey, revision: revision.nullable(), ...wanted }))
    .mutation(({ ctx, input, signal }) => proposePlan(ctx.service, input, signal)),
  alternative: ownProcedure
    .input(z.strictObject(wanted))
    .mutation(({ ctx, input, signal }) => alternativePlan(ctx.service, input, signal)),
  change: ownProcedure
    .input(z.strictObject({ key: commandKey, revision, pinned: choices, excluded, choices }))
    .mutation(({ ctx, input }) => changeDraft(ctx.service, input)),
  undo: ownProcedure
    .input(z.strictObject({ key: commandKey, revision }))
    .mutation(({ ctx, input }) => undoChange(ctx.service, input)),
  adopt: ownProcedure
    .input(z.strictObject({ key: commandKey, revision }))
    .mutation(({ ctx, input }) => adoptPlan(ctx.service, input)),
  undoAdoption: ownProcedure
    .input(z.strictObject({ key: commandKey, planId: id }))
    .mutation(({ ctx, input }) => undoAdoption(ctx.service, input)),
  answer: ownProcedure
    .input(z.strictObject({ key: commandKey, planId: id, answer: z.enum(['adopt', 'decline']) }))
    .mutation(({ ctx, input }) => answerProposal(ctx.service, input)),
  reflow: ownProcedure
    .input(z.strictObject({ key: commandKey }))
    .mutation(({ ctx, input }) => reflowPlan(ctx.service, input)),
  settings: ownProcedure
    .input(
      z.strictObject({
        key: commandKey,
        hoursPerWeek: hours.pipe(z.custom<Amount>((value) => Number(value) >= 250 && Number(value) <= 168_000)),
        mostADay: hours.pipe(z.custom<Amount>((value) => Number(value) >= 250 && Number(value) <= 24_000)).nullable(),
        daysOff: z.array(z.int().min(0).max(6)).max(6),
        holidays: z.array(civilDay).max(200),
        daysBetweenFinishes: days,
        reserve: days,
        keepsCards: z.boolean(),
      }),
    )
    .mutation(({ ctx, input }) => saveSettings(ctx.service, input)),
})

const planning = staffProcedure('plans.propose')

/** Plans that staff makes for trainers, and for a whole unit. */
export const plansAdminRouter = router({
  ofTrainer: planning
    .input(z.strictObject({ personId }))
    .query(({ ctx, input }) => showTrainerPlan(ctx.service, input)),
  forTrainer: planning
    .input(z.strictObject({ personId, minimise: minimise.optional() }))
    .mutation(({ ctx, input, signal }) => planForTrainer(ctx.service, input, signal)),
  propose: planning
    .input(z.strictObject({ key: commandKey, personId, minimise, note: words(2000).nullable() }))
    .mutation(({ ctx, input }) => proposeToTrainer(ctx.service, input)),
  units: planning.query(({ ctx }) => listUnitPlans(ctx.service)),
  unit: planning
    .input(z.strictObject({ runId: id, page: pageNumber }))
    .query(({ ctx, input }) => showUnitPlan(ctx.service, input)),
  startUnit: planning
    .input(z.strictObject({ key: commandKey, unitId: id }))
    .mutation(({ ctx, input }) => startUnitPlan(ctx.service, input)),
  cancelUnit: planning
    .input(z.strictObject({ key: commandKey, runId: id }))
    .mutation(({ ctx, input }) => cancelUnitPlan(ctx.service, input)),
  resumeUnit: planning
    .input(z.strictObject({ key: commandKey, runId: id }))
    .mutation(({ ctx, input }) => resumeUnitPlan(ctx.service, input)),
})
