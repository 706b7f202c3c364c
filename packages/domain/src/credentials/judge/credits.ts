import type { CompiledPack } from '../../rules/engine.ts'
import type { Award } from '../../rules/index.ts'

/** Minutes as thousandths of the unit, half up; rules of rounding come on top. */
function fromMinutes(pack: CompiledPack, minutes: number): number {
  const { minutesPerUnit, rounding } = pack.awards
  const length = minutesPerUnit ?? 60
  if (!rounding) return Math.floor((minutes * 2000 + length) / (2 * length))
  if (minutes < rounding.minMinutes) return 0
  // Steps are counted in minutes × thousandths, so that no fraction is lost before rounding.
  const numerator = rounding.stepMinutes === null ? minutes * 1000 : minutes
  const denominator = rounding.stepMinutes === null ? length * rounding.step : rounding.stepMinutes
  const steps =
    rounding.rule.mode === 'down'
      ? Math.floor(numerator / denominator)
      : Math.floor((2 * numerator + denominator) / (2 * denominator))
  return steps * rounding.step
}

function toStep(pack: CompiledPack, amount: number): number {
  const { rounding } = pack.awards
  if (!rounding || amount % rounding.step === 0) return amount
  const steps =
    rounding.rule.mode === 'down'
      ? Math.floor(amount / rounding.step)
      : Math.floor((2 * amount + rounding.step) / (2 * rounding.step))
  return steps * rounding.step
}

/**
 * What an award is worth in the pack's unit, in thousandths, before any cap: minutes first, then another body's value
 * where the pack names a rate, then the stated credits.
 */
export function creditsOf(pack: CompiledPack, award: Award): number {
  if (award.minutes !== undefined && (pack.awards.minutesPerUnit !== null || award.credits === null))
    return fromMinutes(pack, award.minutes)
  const face = award.faceValue
  if (face) {
    for (const { rule, factor } of pack.awards.equivalence)
      if (rule.unit.toLowerCase() === face.unit.toLowerCase())
        return toStep(pack, Math.floor((face.value * factor + 500) / 1000))
    if (award.credits === null) return toStep(pack, face.value)
  }
  return toStep(pack, award.credits ?? 0)
}
