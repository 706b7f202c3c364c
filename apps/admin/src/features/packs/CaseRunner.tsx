'use client'

import type { Pack } from '@gs/domain/rules'
import { Alert, Button, Card, EmptyState, ProgressBar } from '@gs/ui'
import { FlaskConical, RotateCcw } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CaseCard } from './CaseCard.tsx'
import { type CaseResult, type Golden, runCases } from './run-cases.ts'

export interface CaseRunnerProps {
  readonly pack: Pack
  readonly cases: readonly Golden[]
}

/** Runs the golden cases of a pack where it is read, so that nobody has to believe the server. */
export function CaseRunner({ pack, cases }: CaseRunnerProps) {
  const t = useTranslations('packs.cases')
  const format = useFormatter()
  const { results, running, failed, again } = useRun(pack, cases)
  if (cases.length === 0)
    return (
      <Card>
        <EmptyState icon={<FlaskConical />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      </Card>
    )
  const passed = results.filter((result) => result.passed).length
  const total = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const done = !running && results.length === cases.length
  return (
    <div className="grid gap-4">
      <Card
        title={t('title')}
        description={t('intro')}
        actions={
          <Button onClick={again} disabled={running} icon={<RotateCcw />}>
            {t('again')}
          </Button>
        }
      >
        <ProgressBar
          label={t('progress')}
          value={results.length}
          max={cases.length}
          valueText={t('of', { done: results.length, total: cases.length })}
          tone={passed === results.length ? 'good' : 'out'}
        />
        <p role="status" className="mt-3 font-medium">
          {done
            ? t('verdict', {
                passed,
                total: cases.length,
                time: format.number(total, { maximumFractionDigits: total < 10 ? 1 : 0 }),
              })
            : null}
        </p>
      </Card>
      {failed ? <Alert tone="danger" title={t('failed')} /> : null}
      {results.map((result) => (
        <CaseCard key={result.id} result={result} />
      ))}
    </div>
  )
}

/** Runs as soon as the page has its script, and again when asked; a run that is overtaken is dropped. */
function useRun(pack: Pack, cases: readonly Golden[]) {
  const [results, setResults] = useState<readonly CaseResult[]>([])
  const [running, setRunning] = useState(false)
  const [failed, setFailed] = useState(false)
  const latest = useRef<object | null>(null)
  const again = useCallback(async (): Promise<void> => {
    const run = {}
    latest.current = run
    setResults([])
    setFailed(false)
    setRunning(true)
    try {
      for await (const result of runCases(pack, cases)) {
        if (latest.current !== run) return
        setResults((before) => [...before, result])
      }
    } catch {
      if (latest.current === run) setFailed(true)
    } finally {
      if (latest.current === run) setRunning(false)
    }
  }, [pack, cases])
  useEffect(() => {
    void again()
    return () => {
      latest.current = null
    }
  }, [again])
  return { results, running, failed, again }
}
