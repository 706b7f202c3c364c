import type { ReactNode } from 'react'
import { Brand } from '../shell/Brand.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'

export interface AuthFrameProps {
  readonly title: string
  readonly intro?: ReactNode
  /** Below the card: the other way in. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}

/** The bare frame of the sign-in family: one matter in the middle, and the language. */
export function AuthFrame({ title, intro, aside, children }: AuthFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col items-center bg-canvas px-4 pt-10 pb-6 sm:justify-center sm:pt-6">
      <header className="mb-6 font-semibold text-lg [&_span]:not-sr-only">
        <Brand />
      </header>
      <main id="main" className="w-full max-w-md">
        <div className="rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-8">
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          {intro ? <div className="mt-2 text-muted">{intro}</div> : null}
          <div className="mt-6">{children}</div>
        </div>
        {aside ? <div className="mt-5 text-center text-sm">{aside}</div> : null}
      </main>
      <footer className="mt-8">
        <LanguageChoice />
      </footer>
    </div>
  )
}
