import type { PackFault } from '../pack/parse.ts'
import type { Pack } from '../pack/schema.ts'
import { checkAmounts } from './check-amounts.ts'
import { checkDates } from './check-dates.ts'
import { checkReferences } from './check-references.ts'
import type { Report } from './report.ts'

/**
 * Finds what the schema cannot: sources and categories that do not exist, contradictions between amounts, tables and
 * windows that overlap or leave holes. Empty for a pack in order.
 */
export function checkPack(pack: Pack): PackFault[] {
  const faults: PackFault[] = []
  const report: Report = (path, message) => {
    faults.push({ path, message })
  }
  checkReferences(pack, report)
  checkAmounts(pack, report)
  checkDates(pack, report)
  return faults
}
