import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotVerified, type VerifyFault } from '../../../features/issuance/NotVerified.tsx'
import { VerifyPage } from '../../../features/issuance/VerifyPage.tsx'
import { serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('issuance.verify')
  return { title: t('title') }
}

const FAULTS: readonly VerifyFault[] = ['code.malformed', 'code.check', 'record.unknown', 'limit.reached']

export default async function PublicVerifyPage({ params }: { params: Promise<{ code: string }> }) {
  const code = decoded((await params).code)
  const api = await serverCaller()
  const answer = await api.verify.record({ code: code.slice(0, 100) }).catch((error: unknown) => {
    const fault = FAULTS.find((each) => error instanceof Error && error.message === each)
    if (fault) return fault
    throw error
  })
  return typeof answer === 'string' ? <NotVerified fault={answer} code={code} /> : <VerifyPage record={answer} />
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
