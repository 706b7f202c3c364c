import type { Words } from '../trace.ts'
import { awardActivityCapWords } from './award/activity-cap.ts'
import { awardEquivalenceWords } from './award/equivalence.ts'
import { awardPerAwardCapWords } from './award/per-award-cap.ts'
import { awardPetitionWords } from './award/petition.ts'
import { awardProviderApprovalWords } from './award/provider-approval.ts'
import { awardRepeatWords } from './award/repeat.ts'
import { awardRoundingWords } from './award/rounding.ts'
import { categoryDistinctWords } from './category/distinct.ts'
import { categoryMaximumWords } from './category/maximum.ts'
import { categoryMinimumWords } from './category/minimum.ts'
import { categorySubPeriodMinimumWords } from './category/sub-period-minimum.ts'
import { feeRenewalWords } from './fee/renewal.ts'
import { feeRenewalByCountWords } from './fee/renewal-by-count.ts'
import { feeRenewalByOriginWords } from './fee/renewal-by-origin.ts'
import { feeWaiverWords } from './fee/waiver.ts'
import { lifecycleAnnualDutyWords } from './lifecycle/annual-duty.ts'
import { lifecycleAuditWords } from './lifecycle/audit.ts'
import { lifecycleCarryWords } from './lifecycle/carry.ts'
import { lifecycleCascadeWords } from './lifecycle/cascade.ts'
import { lifecycleExtensionWords } from './lifecycle/extension.ts'
import { lifecycleFamilyWords } from './lifecycle/family.ts'
import { lifecycleReinstatementWords } from './lifecycle/reinstatement.ts'
import { prerequisiteContinuousWords } from './prerequisite/continuous.ts'
import { prerequisiteCurrentWords } from './prerequisite/current.ts'
import { prerequisiteHorizonWords } from './prerequisite/horizon.ts'
import { prerequisiteIssuedWithinWords } from './prerequisite/issued-within.ts'
import { prerequisiteWaiverWords } from './prerequisite/waiver.ts'
import { requirementByCertificationDateWords } from './requirement/by-certification-date.ts'
import { requirementByCredentialWords } from './requirement/by-credential.ts'
import { requirementByRenewalWords } from './requirement/by-renewal.ts'
import { requirementCarriedDeficitWords } from './requirement/carried-deficit.ts'
import { requirementFirstRenewalExemptionWords } from './requirement/first-renewal-exemption.ts'
import { requirementFixedWords } from './requirement/fixed.ts'
import { requirementSecondTotalWords } from './requirement/second-total.ts'
import type { Rule } from './rule.ts'
import type { Speaker } from './speaker.ts'
import { termAnniversaryWords } from './term/anniversary.ts'
import { termCommonPeriodWords } from './term/common-period.ts'
import { termDayBeforeAnniversaryWords } from './term/day-before-anniversary.ts'
import { termEndOfMonthWords } from './term/end-of-month.ts'
import { termGivenWords } from './term/given.ts'
import { termNoneWords } from './term/none.ts'
import { termRollingWords } from './term/rolling.ts'
import { windowEarningWords } from './window/earning.ts'
import { windowFilingOpensWords } from './window/filing-opens.ts'
import { windowLateWords } from './window/late.ts'
import { windowLateReporterWords } from './window/late-reporter.ts'
import { windowSlidingWords } from './window/sliding.ts'

/** What a rule says, in words made from its fields, with the note that the pack adds. */
export function ruleWords(rule: Rule, pack: Speaker): Words {
  const words = sentence(rule, pack)
  return rule.note ? { en: `${words.en} ${rule.note.en}`, es: `${words.es} ${rule.note.es}` } : words
}

function sentence(rule: Rule, pack: Speaker): Words {
  switch (rule.primitive) {
    case 'term/anniversary':
      return termAnniversaryWords(rule)
    case 'term/day-before-anniversary':
      return termDayBeforeAnniversaryWords(rule)
    case 'term/end-of-month':
      return termEndOfMonthWords(rule)
    case 'term/common-period':
      return termCommonPeriodWords(rule)
    case 'term/given':
      return termGivenWords(rule)
    case 'term/rolling':
      return termRollingWords(rule)
    case 'term/none':
      return termNoneWords()
    case 'requirement/fixed':
      return requirementFixedWords(rule, pack)
    case 'requirement/by-certification-date':
      return requirementByCertificationDateWords(rule, pack)
    case 'requirement/by-renewal':
      return requirementByRenewalWords(rule, pack)
    case 'requirement/by-credential':
      return requirementByCredentialWords(rule, pack)
    case 'requirement/first-renewal-exemption':
      return requirementFirstRenewalExemptionWords(rule, pack)
    case 'requirement/carried-deficit':
      return requirementCarriedDeficitWords()
    case 'requirement/second-total':
      return requirementSecondTotalWords(rule, pack)
    case 'category/minimum':
      return categoryMinimumWords(rule, pack)
    case 'category/maximum':
      return categoryMaximumWords(rule, pack)
    case 'category/distinct':
      return categoryDistinctWords(rule)
    case 'category/sub-period-minimum':
      return categorySubPeriodMinimumWords(rule, pack)
    case 'award/per-award-cap':
      return awardPerAwardCapWords(rule, pack)
    case 'award/activity-cap':
      return awardActivityCapWords(rule, pack)
    case 'award/repeat':
      return awardRepeatWords(rule)
    case 'award/petition':
      return awardPetitionWords(rule, pack)
    case 'award/provider-approval':
      return awardProviderApprovalWords(rule)
    case 'award/equivalence':
      return awardEquivalenceWords(rule, pack)
    case 'award/rounding':
      return awardRoundingWords(rule, pack)
    case 'prerequisite/current':
      return prerequisiteCurrentWords(rule, pack)
    case 'prerequisite/horizon':
      return prerequisiteHorizonWords(rule, pack)
    case 'prerequisite/issued-within':
      return prerequisiteIssuedWithinWords(rule, pack)
    case 'prerequisite/continuous':
      return prerequisiteContinuousWords(rule, pack)
    case 'prerequisite/waiver':
      return prerequisiteWaiverWords(rule)
    case 'window/earning':
      return windowEarningWords(rule)
    case 'window/late-reporter':
      return windowLateReporterWords(rule)
    case 'window/sliding':
      return windowSlidingWords(rule)
    case 'window/filing-opens':
      return windowFilingOpensWords(rule)
    case 'window/late':
      return windowLateWords(rule, pack)
    case 'fee/renewal':
      return feeRenewalWords(rule, pack)
    case 'fee/renewal-by-origin':
      return feeRenewalByOriginWords(rule, pack)
    case 'fee/renewal-by-count':
      return feeRenewalByCountWords(rule, pack)
    case 'fee/waiver':
      return feeWaiverWords(rule)
    case 'lifecycle/carry':
      return lifecycleCarryWords(rule, pack)
    case 'lifecycle/reinstatement':
      return lifecycleReinstatementWords(rule)
    case 'lifecycle/audit':
      return lifecycleAuditWords(rule)
    case 'lifecycle/extension':
      return lifecycleExtensionWords(rule)
    case 'lifecycle/annual-duty':
      return lifecycleAnnualDutyWords(rule, pack)
    case 'lifecycle/family':
      return lifecycleFamilyWords(rule)
    case 'lifecycle/cascade':
      return lifecycleCascadeWords(rule)
  }
}
