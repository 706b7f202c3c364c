import type { ReminderKind } from '@gs/domain/notifications'
import { Alert, Button } from '@gs/ui'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '../issuance/PublicFrame.tsx'

export interface UnsubscribePageProps {
  readonly token: string
  readonly kind: ReminderKind
  readonly state: 'asking' | 'done' | 'unknown'
}

/** Switches a kind of reminder off for whoever has the mail, signed in or not. */
export async function UnsubscribePage({ token, kind, state }: UnsubscribePageProps) {
  const t = await getTranslations('reminders')
  const name = t(`kinds.${kind}`)
  return (
    <PublicFrame title={t('unsubscribe.title')} description={t('unsubscribe.intro', { kind: name })}>
      {state === 'done' ? (
        <Alert tone="success" title={t('unsubscribe.done', { kind: name })}>
          {t('unsubscribe.again')}
        </Alert>
      ) : null}
      {state === 'unknown' ? (
        <Alert tone="danger" title={t('unsubscribe.unknown')}>
          {t('unsubscribe.unknownText')}
        </Alert>
      ) : null}
      {state === 'asking' ? (
        <form method="post" action={`/unsubscribe/${encodeURIComponent(token)}`}>
          <Button type="submit" variant="primary" size="lg">
            {t('unsubscribe.submit')}
          </Button>
        </form>
      ) : null}
      <p>
        <Link href="/settings#reminders" prefetch={false} className="text-accent-ink underline underline-offset-3">
          {t('unsubscribe.settings')}
        </Link>
      </p>
    </PublicFrame>
  )
}
