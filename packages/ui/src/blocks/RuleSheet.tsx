import { Badge } from '../primitives/Badge.tsx'
import { Card } from '../primitives/Card.tsx'

type Level = 'high' | 'medium' | 'low'

export interface RuleSheetSentence {
  id: string
  text: string
  /** What decides whether it holds, under the sentence. */
  binds: string | null
  /** What it rests on, where no source is named. */
  basis: 'rule' | 'pack' | 'silence'
  /** How sure it is; null where nobody speaks for it. */
  confidence: Level | null
  demo: boolean
  /** Numbers of the sources. */
  sources: readonly number[]
}

export interface RuleSheetProps {
  sections: readonly { name: string; title: string; sentences: readonly RuleSheetSentence[] }[]
  labels: {
    /** In place of sources, where none is named. */
    basis: Record<RuleSheetSentence['basis'], string>
    confidence: Record<Exclude<Level, 'high'>, string>
    demo: string
    /** Name of the link to a source: "Source 3". */
    source(number: number): string
  }
}

/** Rules sentence by sentence, each with the numbers of its sources (see `RuleSources`) and what is unsure about it. */
export function RuleSheet({ sections, labels }: RuleSheetProps) {
  return (
    <Card>
      <div className="divide-y divide-line">
        {sections.map((section) => (
          <section
            key={section.name}
            aria-labelledby={`rules-${section.name}`}
            className="gap-x-8 py-5 first:pt-0 last:pb-0 md:grid md:grid-cols-[13rem_minmax(0,1fr)] print:break-inside-avoid"
          >
            <h2 id={`rules-${section.name}`} className="font-semibold leading-snug">
              {section.title}
            </h2>
            <ul className="grid gap-3 max-md:mt-3">
              {section.sentences.map((sentence) => (
                <Sentence key={sentence.id} sentence={sentence} labels={labels} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}

function Sentence({ sentence, labels }: { sentence: RuleSheetSentence; labels: RuleSheetProps['labels'] }) {
  const { text, binds, basis, confidence, demo, sources } = sentence
  const unsure = confidence === 'medium' || confidence === 'low' ? labels.confidence[confidence] : null
  return (
    <li id={`rule-${sentence.id}`} className="scroll-mt-24">
      <p className="text-pretty">{text}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
        {sources.length === 0 ? (
          <span>{labels.basis[basis]}</span>
        ) : (
          <span className="flex gap-1.5">
            {sources.map((number) => (
              <a
                key={number}
                href={`#source-${number}`}
                aria-label={labels.source(number)}
                className="inline-flex min-h-6 min-w-6 items-center justify-center rounded bg-sunken px-1 text-ink text-xs tabular-nums hover:bg-accent-soft"
              >
                {number}
              </a>
            ))}
          </span>
        )}
        {binds ? <span>{binds}</span> : null}
        {unsure ? <Badge tone={confidence === 'low' ? 'soon' : 'neutral'}>{unsure}</Badge> : null}
        {demo ? <Badge tone="soon">{labels.demo}</Badge> : null}
      </p>
    </li>
  )
}

export interface RuleSourcesProps {
  title: string
  sources: readonly { id: string; number: number; title: string; url: string | null; asOf: string | null }[]
  /** When a publication was seen, in words around it. */
  readonly asOf: (text: string) => string
}

/** The publications behind the sentences, by number. */
export function RuleSources({ title, sources, asOf }: RuleSourcesProps) {
  return (
    <Card title={title}>
      <ol className="grid gap-2.5 text-sm">
        {sources.map((source) => (
          <li
            key={source.id}
            id={`source-${source.number}`}
            className="grid scroll-mt-24 grid-cols-[1.75rem_minmax(0,1fr)] rounded target:bg-accent-soft"
          >
            <span className="text-muted tabular-nums">{source.number}</span>
            <span className="min-w-0 break-words">
              {isAddress(source.url) ? (
                <a href={source.url} rel="noreferrer" className="text-accent-ink underline underline-offset-3">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
              {source.asOf ? <span className="block text-muted">{asOf(source.asOf)}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Old publications stand at plain http; nothing else is followed. */
const isAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url)
