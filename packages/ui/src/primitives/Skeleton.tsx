import { clsx } from 'clsx'

/** The shape of what is loading; give it the size of the real thing, so that nothing shifts. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <div aria-hidden="true" className={clsx('animate-pulse rounded-lg bg-sunken', className ?? 'h-4 w-full')} />
}
