'use client'

import type { ReminderKind } from '@gs/domain/notifications'
import { Alert, Switch } from '@gs/ui'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'

/** One kind of reminder, on or off; where it could not be kept it goes back and says so. */
export function ReminderSwitch({ kind, wanted }: { readonly kind: ReminderKind; readonly wanted: boolean }) {
  const t = useTranslations('reminders')
  const [on, setOn] = useState(wanted)
  const choose = useMutation(
    useTRPC().reminders.choose.mutationOptions({ onError: (_error, input) => setOn(!input.wanted) }),
  )
  return (
    <div>
      <Switch
        label={t(`kinds.${kind}`)}
        hint={t(`hints.${kind}`)}
        checked={on}
        onChange={({ target }) => {
          setOn(target.checked)
          choose.mutate({ key: crypto.randomUUID(), kind, wanted: target.checked })
        }}
      />
      {choose.isError ? (
        <Alert tone="danger" live className="mt-2">
          {t('notKept')}
        </Alert>
      ) : null}
    </div>
  )
}
