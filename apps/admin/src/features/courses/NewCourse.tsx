'use client'

import { typedIn } from '@gs/lobby/forms'
import { Button, Card, Field, FormError, Input, Select } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'
import { draftHref } from './draft-view.ts'
import { useErrorWords } from './use-error-words.ts'

/** Begins a course: a draft with a code and a name, seen by nobody else until it is published. */
export function NewCourse() {
  const t = useTranslations('courses.new')
  const trpc = useTRPC()
  const router = useRouter()
  const words = useErrorWords()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const create = useMutation(
    trpc.courses.create.mutationOptions({
      onSuccess: ({ courseId }) => router.push(draftHref(courseId)),
      onError: (error) => error.data && setKey(crypto.randomUUID()),
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (create.isPending || create.isSuccess) return
    const fields = new FormData(event.currentTarget)
    create.mutate({
      code: typedIn(fields, 'code').trim().toUpperCase(),
      title: typedIn(fields, 'title'),
      language: typedIn(fields, 'language') === 'es' ? 'es' : 'en',
      key,
    })
  }
  return (
    <Card title={t('title')} description={t('hint')}>
      <form className="grid max-w-prose gap-4" onSubmit={submit}>
        {create.error ? <FormError key={create.submittedAt} title={words(create.error)} /> : null}
        <Field id="code" label={t('code')} hint={t('codeHint')} required>
          {(control) => <Input {...control} name="code" maxLength={40} className="max-w-52 uppercase" />}
        </Field>
        <Field id="title" label={t('name')} required>
          {(control) => <Input {...control} name="title" maxLength={200} />}
        </Field>
        <Field id="language" label={t('language')}>
          {(control) => (
            <Select
              {...control}
              name="language"
              className="max-w-52"
              options={[
                { value: 'en', label: 'English' },
                { value: 'es', label: 'Español' },
              ]}
            />
          )}
        </Field>
        <div>
          <Button
            type="submit"
            variant="primary"
            pending={create.isPending || create.isSuccess}
            pendingLabel={t('pending')}
          >
            {t('submit')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
