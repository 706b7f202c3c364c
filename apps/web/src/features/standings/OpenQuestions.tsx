import { Disclosure } from '@gs/ui'
import type { HoldingView } from './types.ts'
import type { Wording } from './wording.ts'

/** What the publisher of the rules leaves open: shown as likely, never as certain. */
export function OpenQuestions({ holding: { rules }, words }: { holding: HoldingView; words: Wording }) {
  const { t, language } = words
  if (rules.unverified.length === 0) return null
  return (
    <Disclosure summary={t('why.likely', { n: rules.unverified.length })}>
      <ul className="list-disc space-y-0.5 ps-5 text-sm">
        {rules.unverified.map((doubt) => (
          <li key={doubt.en}>{doubt[language]}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
