'use client'

import { Alert, Button } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import type { AnswerSender } from './answer-sender.ts'
import type { Device } from './use-device.ts'

export interface TakenElsewhereProps {
  readonly attemptId: string
  readonly device: Device
  readonly sender: AnswerSender
}

/** Tells the older of two devices that the attempt goes on on the other one, and offers to bring it back. */
export function TakenElsewhere({ attemptId, device, sender }: TakenElsewhereProps) {
  const t = useTranslations('quizzes.elsewhere')
  const client = useTRPCClient()
  const [pending, setPending] = useState(false)
  const [failed, setFailed] = useState(false)
  const comeBack = async (): Promise<void> => {
    setPending(true)
    try {
      await device.claimAgain()
      const attempt = await client.quizzes.attempt.query({ attemptId })
      if (attempt.state === 'open') sender.adopt(attempt.saved)
      sender.resume()
    } catch {
      setFailed(true)
      setPending(false)
    }
  }
  return (
    <div className="max-w-prose space-y-4">
      <Alert tone="warning" live title={t('title')}>
        {t('text')}
      </Alert>
      {failed ? (
        <Alert tone="danger" live>
          {t('failed')}
        </Alert>
      ) : null}
      <Button variant="primary" pending={pending} onClick={() => void comeBack()}>
        {t('comeBack')}
      </Button>
    </div>
  )
}
