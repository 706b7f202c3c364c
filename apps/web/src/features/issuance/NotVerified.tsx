import { Alert, Button, Card, Field, Input } from '@gs/ui'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from './PublicFrame.tsx'

export type VerifyFault = 'code.malformed' | 'code.check' | 'record.unknown' | 'limit.reached'

/** Why nothing was found, where a code was tried, and the place to type one. */
export async function NotVerified({ fault, code }: { fault: VerifyFault | null; code: string }) {
  const t = await getTranslations('issuance.verify')
  const said = {
    'code.malformed': [t('unknown.malformedTitle'), t('unknown.malformed')],
    'code.check': [t('unknown.checkTitle'), t('unknown.check')],
    'record.unknown': [t('unknown.title'), t('unknown.text')],
    'limit.reached': [t('tooMany.title'), t('tooMany.text')],
  } as const
  const [title, text] = fault ? said[fault] : []
  return (
    <PublicFrame title={t('title')} description="">
      {title ? (
        <Alert tone="danger" title={title}>
          {text}
        </Alert>
      ) : null}
      <Card>
        <form action="/verify" method="get" className="flex flex-wrap items-end gap-3">
          <Field id="code" label={t('form.label')} hint={t('form.hint')} className="min-w-0 flex-1 basis-72">
            {(control) => <Input {...control} name="code" defaultValue={code} autoComplete="off" spellCheck={false} />}
          </Field>
          <Button type="submit" variant="primary" native>
            {t('form.submit')}
          </Button>
        </form>
      </Card>
    </PublicFrame>
  )
}
