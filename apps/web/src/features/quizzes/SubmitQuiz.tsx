'use client'

import { Button, Dialog, FormError } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

export interface SubmitQuizProps {
  /** Numbers of the questions without an answer. */
  readonly unanswered: readonly number[]
  readonly unsaved: number
  readonly pending: boolean
  readonly failure: string | null
  readonly onSubmit: () => void
  readonly onGo: (number: number) => void
}

/** Submitting is asked for once more, with what is unanswered; it waits for answers that are not saved yet. */
export function SubmitQuiz({ unanswered, unsaved, pending, failure, onSubmit, onGo }: SubmitQuizProps) {
  const t = useTranslations('quizzes.submit')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t('open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        closeLabel={t('close')}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {t('back')}
            </Button>
            <Button
              variant="primary"
              pending={pending}
              pendingLabel={unsaved > 0 ? t('savingFirst', { count: unsaved }) : t('pending')}
              onClick={onSubmit}
            >
              {t('confirm')}
            </Button>
          </>
        }
      >
        <div className="space-y-4">
          {failure ? <FormError title={failure} /> : null}
          {unanswered.length === 0 ? (
            <p>{t('all')}</p>
          ) : (
            <>
              <p>{t('unanswered', { count: unanswered.length })}</p>
              <ul className="flex flex-wrap gap-2">
                {unanswered.map((number) => (
                  <li key={number}>
                    <Button
                      size="sm"
                      onClick={() => {
                        setOpen(false)
                        onGo(number)
                      }}
                    >
                      {t('question', { number })}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="text-muted">{t('final')}</p>
        </div>
      </Dialog>
    </>
  )
}
