import { useMissingList } from './use-missing-list.ts'

/** What is missing, in words, as one sentence part. */
export function MissingList({ codes }: { readonly codes: readonly string[] }) {
  const text = useMissingList()(codes)
  return codes.length === 0 ? <span className="text-muted">{text}</span> : text
}
