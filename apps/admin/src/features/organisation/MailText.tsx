import { Breadcrumbs, Card, DescriptionList, PageHeader } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import { getLocale, getTranslations } from 'next-intl/server'
import { load, serverCaller } from '../../server/caller.ts'

const ADDRESS = /(https?:\/\/\S+)/

/** One kept mail of a demo, as text with its link. */
export async function MailText({ mailId }: { readonly mailId: string }) {
  const api = await serverCaller()
  const [mail, profile, locale, t] = await Promise.all([
    load(api.organizations.mail({ mailId })),
    load(api.account.profile()),
    getLocale(),
    getTranslations('organisation'),
  ])
  const pieces = mail.text.split(ADDRESS).map((text, place) => ({ text, place, link: place % 2 === 1 }))
  return (
    <>
      <PageHeader
        title={mail.subject}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumbs')}
            items={[{ label: t('tabs.mail'), href: '/settings/mail' }, { label: mail.subject }]}
          />
        }
      />
      <div className="grid max-w-3xl gap-6">
        <Card>
          <DescriptionList
            items={[
              { term: t('mail.to'), detail: mail.recipient },
              { term: t('mail.when'), detail: formatInstant(locale, mail.createdAt, profile.timeZone) },
            ]}
          />
        </Card>
        <Card>
          <p className="whitespace-pre-wrap break-words">
            {pieces.map(({ text, place, link }) =>
              link ? (
                <a key={place} href={text} className="text-accent-ink underline underline-offset-3">
                  {text}
                </a>
              ) : (
                <span key={place}>{text}</span>
              ),
            )}
          </p>
        </Card>
      </div>
    </>
  )
}
