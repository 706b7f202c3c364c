import { Card, DescriptionList } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { credentialAddress } from '../credentials/credential-address.ts'
import { PublicFrame } from './PublicFrame.tsx'
import type { VerifiedRecord } from './types.ts'
import { Verdict } from './Verdict.tsx'

/** What a stranger must know: is it valid, who, what, from whom, since when; and how to check the paper. */
export async function VerifyPage({ record }: { record: VerifiedRecord }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('issuance')])
  const day = (text: string): string => formatCivilDay(locale, text, 'long')
  const { holderName: holder, issuer, expiresOn, state, number, title } = record
  // What decides the verdict, and what came in its place.
  const last = record.events.find(({ kind }) => kind === state)
  const successor = record.events.find((event) => event.successor)?.successor
  const mono = (text: string) => <span className="font-mono">{text}</span>
  return (
    <PublicFrame title={t('verify.title')} description={t('verify.intro', { day: day(record.asOf) })}>
      <Verdict state={state} title={t(`verify.verdict.${state}`)}>
        {t(`verify.meaning.${state}`, { issuer, holder, day: expiresOn ? day(expiresOn) : '' })}
      </Verdict>
      <Card>
        <DescriptionList
          items={[
            { term: t('fields.holder'), detail: <strong>{holder}</strong> },
            { term: t('fields.what'), detail: <strong>{title}</strong> },
            { term: t('fields.kind'), detail: t(`kinds.${record.kind}`) },
            { term: t('fields.issuer'), detail: issuer },
            { term: t('fields.issuedOn'), detail: day(record.issuedOn) },
            { term: t('fields.validThrough'), detail: expiresOn ? day(expiresOn) : t('never') },
            ...(last ? [{ term: t(`verify.since.${last.kind}`), detail: day(last.knownOn) }] : []),
            ...(successor ? [{ term: t('verify.successor'), detail: mono(successor) }] : []),
            { term: t('fields.number'), detail: mono(number) },
            { term: t('fields.code'), detail: mono(record.code) },
          ]}
        />
      </Card>
      <Card title={t('verify.what.title')}>
        <p>{t(`verify.what.${record.kind}`)}</p>
        {record.credentialCode === null ? null : (
          <p className="mt-2">
            <Link
              href={credentialAddress(record.credentialCode)}
              prefetch={false}
              className="inline-flex min-h-9 items-center text-accent-ink underline underline-offset-3"
            >
              {t('verify.keep')}
            </Link>
          </p>
        )}
      </Card>
      <Card title={t('verify.paper.title')}>
        <p>{t('verify.paper.text')}</p>
        <ul className="mt-3 list-disc space-y-1 ps-5">
          <li>{t('verify.paper.name', { name: holder })}</li>
          <li>{t('verify.paper.title2', { title })}</li>
          <li>{t('verify.paper.number', { number })}</li>
        </ul>
      </Card>
      {record.issuerIsDemo ? <p className="text-muted text-sm">{t('verify.demo', { issuer })}</p> : null}
    </PublicFrame>
  )
}
